package org.kapok.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where regions lie, for maps; nothing is computed from it.
 *
 * @param shapes by the id of a region, in the order of the file, what it is made of: 1 or more polygons
 * @param attribution whom to name under a map; empty texts where nobody has to be
 */
public record RegionMap(Map<String, List<Polygon>> shapes, Text attribution) {
    public RegionMap {
        Map<String, List<Polygon>> copied = new LinkedHashMap<>();
        shapes.forEach((region, polygons) -> copied.put(region, List.copyOf(polygons)));
        shapes = Collections.unmodifiableMap(copied);
        Objects.requireNonNull(attribution, "attribution");
    }

    /**
     * A point on the globe.
     *
     * @param longitude degrees, east positive, -180 to 180
     * @param latitude degrees, north positive, -90 to 90
     */
    public record Point(double longitude, double latitude) {}

    /**
     * An area with holes.
     *
     * @param rings the outer ring, then those of holes, each 4 points or more of which the last is the first again
     */
    public record Polygon(List<List<Point>> rings) {
        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
        }
    }
}

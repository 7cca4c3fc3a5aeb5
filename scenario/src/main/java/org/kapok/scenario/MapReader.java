package org.kapok.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.scenario.RegionMap.Point;
import org.kapok.scenario.RegionMap.Polygon;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/** Reads the boundaries of regions: GeoJSON (RFC 7946) whose features are named by the ids of regions. */
final class MapReader {
    private static final Range LONGITUDE = new Range(-180, 180, "degrees of longitude");
    private static final Range LATITUDE = new Range(-90, 90, "degrees of latitude");
    private static final int SMALLEST_RING = 4;

    private final Layers layers;
    private final Set<String> needed = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Problems problems;

    /**
     * A reader for a scenario.
     *
     * @param before the cells of its trend, whose regions all need a shape
     * @param after the cells once regions are drawn anew, whose regions may have one
     */
    MapReader(Layers layers, CellSpace before, CellSpace after, Problems problems) {
        this.layers = layers;
        this.problems = problems;
        before.regions().stream().map(Region::id).forEach(needed::add);
        known.addAll(needed);
        after.regions().stream().map(Region::id).forEach(known::add);
    }

    /** The map, if the scenario names one. */
    Optional<RegionMap> read() {
        return layers.optional("map")
                .flatMap(found -> JsonCursor.read(layers.file(found), problems).map(this::map));
    }

    private RegionMap map(JsonCursor root) {
        root.at("type").oneOf(List.of("FeatureCollection"));
        Map<String, List<Polygon>> shapes = new LinkedHashMap<>();
        for (JsonCursor feature : root.at("features").items()) {
            feature.at("type").oneOf(List.of("Feature"));
            String id = feature.at("id").oneOf(List.copyOf(known));
            if (shapes.put(id, polygons(feature.at("geometry"))) != null) {
                feature.report("got region " + id + " twice, expected one feature, a MultiPolygon where it has parts");
            }
        }
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(shapes.keySet());
        if (!missing.isEmpty()) {
            root.report("got no feature with the id of region " + String.join(", ", missing)
                    + ", expected one for every region");
        }
        return new RegionMap(
                shapes, root.optional("attribution").map(ScenarioFolder::text).orElse(new Text("", "")));
    }

    private static List<Polygon> polygons(JsonCursor geometry) {
        String type = geometry.at("type").oneOf(List.of("Polygon", "MultiPolygon"));
        JsonCursor coordinates = geometry.at("coordinates");
        if (type.equals("Polygon")) {
            return List.of(polygon(coordinates));
        }
        return coordinates.items().stream().map(MapReader::polygon).toList();
    }

    private static Polygon polygon(JsonCursor rings) {
        return new Polygon(rings.items().stream().map(MapReader::ring).toList());
    }

    private static List<Point> ring(JsonCursor ring) {
        List<Point> points = ring.items().stream().map(MapReader::point).toList();
        boolean closed = points.size() >= SMALLEST_RING && points.get(0).equals(points.get(points.size() - 1));
        if (!closed && ring.isArray()) {
            ring.report("got a ring of " + points.size() + " points, expected " + SMALLEST_RING
                    + " or more, the last of them the first again");
        }
        return points;
    }

    private static Point point(JsonCursor position) {
        List<JsonCursor> numbers = position.items();
        if (numbers.size() < 2) {
            position.report("got " + numbers.size() + " numbers, expected longitude and latitude");
            return new Point(0, 0);
        }
        return new Point(numbers.get(0).number(LONGITUDE), numbers.get(1).number(LATITUDE));
    }
}

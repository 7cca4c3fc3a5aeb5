package org.kapok.report.picture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where regions are.
 *
 * @param regions by id, the rings of each region: outer and inner ones, of which what an odd number of rings encloses is
 *     the region's
 */
public record Boundaries(Map<String, List<List<Point>>> regions) {
    public Boundaries {
        Map<String, List<List<Point>>> copy = new LinkedHashMap<>();
        regions.forEach(
                (id, rings) -> copy.put(id, rings.stream().map(List::copyOf).toList()));
        regions = Collections.unmodifiableMap(copy);
    }

    /**
     * A place on Earth.
     *
     * @param longitude degrees east
     * @param latitude degrees north
     */
    public record Point(double longitude, double latitude) {}

    /**
     * Reads a GeoJSON collection of polygons, the {@code id} of each feature being that of its region.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static Boundaries read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /** Reads the same from an open file. */
    public static Boundaries read(InputStream file) throws IOException {
        JsonNode root = JsonMapper.builder().build().readTree(file);
        Map<String, List<List<Point>>> regions = new LinkedHashMap<>();
        for (JsonNode feature : root.path("features")) {
            String id = feature.path("id").asText();
            List<List<Point>> rings = regions.computeIfAbsent(id, any -> new ArrayList<>());
            JsonNode geometry = feature.path("geometry");
            JsonNode coordinates = geometry.path("coordinates");
            switch (geometry.path("type").asText()) {
                case "Polygon" -> addRings(coordinates, rings);
                case "MultiPolygon" -> coordinates.forEach(polygon -> addRings(polygon, rings));
                default ->
                    throw new IllegalArgumentException("Boundaries of \"" + id + "\": got a geometry of type \""
                            + geometry.path("type").asText() + "\", expected Polygon or MultiPolygon");
            }
        }
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("Boundaries: got no feature, expected a GeoJSON FeatureCollection");
        }
        return new Boundaries(regions);
    }

    private static void addRings(JsonNode polygon, List<List<Point>> rings) {
        for (JsonNode ring : polygon) {
            List<Point> points = new ArrayList<>();
            ring.forEach(point ->
                    points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble())));
            rings.add(points);
        }
    }
}

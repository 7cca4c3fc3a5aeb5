package org.kapok.report.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kapok.scenario.RegionMap;
import org.kapok.scenario.RegionMap.Point;
import org.kapok.scenario.RegionMap.Polygon;

/**
 * Regions as shapes on a sheet, in an equirectangular projection that is true to scale at the middle latitude.
 *
 * @param shapes by id
 */
record Outlines(Map<String, Path2D> shapes) {
    /** Regions, as large as a room lets them be. */
    static Outlines fitting(RegionMap map, Rectangle2D room) {
        double narrow = Math.cos(Math.toRadians(middleLatitude(map)));
        Map<String, Path2D> shapes = new LinkedHashMap<>();
        Path2D all = new Path2D.Double();
        map.shapes().forEach((region, polygons) -> {
            Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            rings(polygons).forEach(ring -> shape.append(closed(ring, narrow), false));
            shapes.put(region, shape);
            all.append(shape, false);
        });
        Rectangle2D bounds = all.getBounds2D();
        double scale = Math.min(room.getWidth() / bounds.getWidth(), room.getHeight() / bounds.getHeight());
        AffineTransform place = new AffineTransform();
        place.translate(room.getCenterX(), room.getCenterY());
        place.scale(scale, scale);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        shapes.values().forEach(shape -> shape.transform(place));
        return new Outlines(shapes);
    }

    private static Stream<List<Point>> rings(List<Polygon> polygons) {
        return polygons.stream().flatMap(polygon -> polygon.rings().stream());
    }

    private static Path2D closed(List<Point> ring, double narrow) {
        Path2D path = Sheet.through(ring.stream()
                .map(point -> new double[] {point.longitude() * narrow, -point.latitude()})
                .toList());
        path.closePath();
        return path;
    }

    private static double middleLatitude(RegionMap map) {
        DoubleSummaryStatistics latitudes = map.shapes().values().stream()
                .flatMap(Outlines::rings)
                .flatMap(List::stream)
                .collect(Collectors.summarizingDouble(Point::latitude));
        return (latitudes.getMin() + latitudes.getMax()) / 2;
    }

    /** The place inside a shape around which a box of a shape's proportions has most room. */
    static double[] roomiest(Path2D shape, double width, double height) {
        Rectangle2D bounds = shape.getBounds2D();
        double[] best = {bounds.getCenterX(), bounds.getCenterY(), 0};
        int steps = 28;
        for (int i = 1; i < steps; i++) {
            for (int j = 1; j < steps; j++) {
                double x = bounds.getX() + bounds.getWidth() * i / steps;
                double y = bounds.getY() + bounds.getHeight() * j / steps;
                double size = size(shape, x, y, width, height, best[2]);
                if (size > best[2]) {
                    best = new double[] {x, y, size};
                }
            }
        }
        return best;
    }

    /** How many times a box of a width and height around a place can be enlarged within a shape; 0 where it is outside. */
    private static double size(Path2D shape, double x, double y, double width, double height, double least) {
        double size = 0;
        for (double next = Math.max(0.1, least);
                fits(shape, x, y, width * next, height * next) && next < 8;
                next += 0.1) {
            size = next;
        }
        return size;
    }

    private static boolean fits(Path2D shape, double x, double y, double width, double height) {
        return shape.contains(x - width / 2, y - height / 2, width, height);
    }
}

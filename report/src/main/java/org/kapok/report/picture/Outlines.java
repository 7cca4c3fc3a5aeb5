package org.kapok.report.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Regions as shapes on a sheet, in an equirectangular projection that is true to scale at the middle latitude.
 *
 * @param shapes by id
 */
record Outlines(Map<String, Path2D> shapes) {
    /** Regions, as large as a room lets them be. */
    static Outlines fitting(Boundaries boundaries, Rectangle2D room) {
        double narrow = Math.cos(Math.toRadians(middleLatitude(boundaries)));
        Map<String, Path2D> shapes = new LinkedHashMap<>();
        Rectangle2D all = null;
        for (Map.Entry<String, List<List<Boundaries.Point>>> region :
                boundaries.regions().entrySet()) {
            Path2D shape = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            for (List<Boundaries.Point> ring : region.getValue()) {
                shape.append(
                        Sheet.through(ring.stream()
                                .map(point -> new double[] {point.longitude() * narrow, -point.latitude()})
                                .toList()),
                        false);
                shape.closePath();
            }
            shapes.put(region.getKey(), shape);
            all = all == null ? shape.getBounds2D() : all.createUnion(shape.getBounds2D());
        }
        double scale = Math.min(room.getWidth() / all.getWidth(), room.getHeight() / all.getHeight());
        AffineTransform place = new AffineTransform();
        place.translate(room.getCenterX(), room.getCenterY());
        place.scale(scale, scale);
        place.translate(-all.getCenterX(), -all.getCenterY());
        shapes.values().forEach(shape -> shape.transform(place));
        return new Outlines(shapes);
    }

    private static double middleLatitude(Boundaries boundaries) {
        double[] latitudes = boundaries.regions().values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .mapToDouble(Boundaries.Point::latitude)
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double latitude : latitudes) {
            least = Math.min(least, latitude);
            most = Math.max(most, latitude);
        }
        return (least + most) / 2;
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

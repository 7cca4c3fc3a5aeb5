package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kapok.scenario.RegionMap;
import org.kapok.scenario.RegionMap.Point;
import org.kapok.scenario.RegionMap.Polygon;
import org.kapok.scenario.Text;

/** Regions as shapes on a sheet. */
class OutlinesTest {
    private static final Rectangle2D ROOM = new Rectangle2D.Double(100, 50, 400, 300);

    private static List<Point> square(double longitude, double latitude, double size) {
        return List.of(
                new Point(longitude, latitude),
                new Point(longitude + size, latitude),
                new Point(longitude + size, latitude + size),
                new Point(longitude, latitude + size),
                new Point(longitude, latitude));
    }

    private static Map<String, Path2D> shapes(Polygon... polygons) {
        RegionMap map = new RegionMap(Map.of("A", List.of(polygons)), new Text("", ""));
        return Outlines.fitting(map, ROOM).shapes();
    }

    @Test
    void fitting_squareOfDegrees_isAsNarrowAsItsLatitude() {
        Rectangle2D shape =
                shapes(new Polygon(List.of(square(10, 59.5, 1)))).get("A").getBounds2D();

        assertThat(shape.getHeight()).isCloseTo(300, within(1e-9)); // it fills the height
        assertThat(shape.getWidth() / shape.getHeight()).isCloseTo(0.5, within(1e-9)); // cos 60
        assertThat(shape.getCenterX()).isCloseTo(ROOM.getCenterX(), within(1e-9));
    }

    @Test
    void fitting_north_isUp() {
        Path2D shape = shapes(new Polygon(List.of(square(0, 0, 1))), new Polygon(List.of(square(2, 3, 1))))
                .get("A");
        Rectangle2D bounds = shape.getBounds2D();

        assertThat(shape.contains(bounds.getMaxX() - 5, bounds.getY() + 5)).isTrue();
        assertThat(shape.contains(bounds.getX() + 5, bounds.getY() + 5)).isFalse();
    }

    @Test
    void roomiest_ringWithAHole_isBesideTheHole() {
        Path2D shape = shapes(new Polygon(List.of(square(0, 0, 4), square(0.5, 0.5, 3))))
                .get("A");

        double[] place = Outlines.roomiest(shape, 4, 4);

        assertThat(shape.contains(place[0] - 2, place[1] - 2, 4, 4)).isTrue();
        assertThat(Outlines.roomiest(shape, 200, 200)[2]).isLessThan(1);
    }
}

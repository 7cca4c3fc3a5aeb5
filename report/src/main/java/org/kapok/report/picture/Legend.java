package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What colours and lines mean, in rows above a chart. */
final class Legend {
    private static final double ROW = 20;
    private static final double SWATCH = 14;
    private static final double GAP = 7;
    private static final double APART = 22;

    private Legend() {}

    /** One meaning. */
    sealed interface Key {
        String text();
    }

    /** What an area of a colour means. */
    record Swatch(String text, List<Color> colors) implements Key {}

    /** What a line means. */
    record Stroke(String text, Mark.Line line) implements Key {}

    /** Draws a legend at the top of a room, and leaves what is below. */
    static Rectangle2D draw(Sheet sheet, List<? extends Key> keys, Rectangle2D room) {
        double x = room.getX();
        double y = room.getY();
        for (Key key : keys) {
            double mark =
                    key instanceof Swatch swatch ? SWATCH * swatch.colors().size() : 2 * SWATCH;
            double width = mark + GAP + sheet.width(key.text(), Sheet.PLAIN);
            if (x > room.getX() && x + width > room.getMaxX()) {
                x = room.getX();
                y += ROW;
            }
            drawMark(sheet, key, x, y);
            sheet.text(key.text(), x + mark + GAP, y + 13, Mark.Anchor.START, Sheet.PLAIN);
            x += width + APART;
        }
        double used = y + ROW + 4 - room.getY();
        return new Rectangle2D.Double(room.getX(), room.getY() + used, room.getWidth(), room.getHeight() - used);
    }

    private static void drawMark(Sheet sheet, Key key, double x, double y) {
        if (key instanceof Swatch swatch) {
            for (int i = 0; i < swatch.colors().size(); i++) {
                sheet.fill(
                        new Rectangle2D.Double(x + i * SWATCH, y + 2, SWATCH, SWATCH - 1),
                        swatch.colors().get(i));
            }
        } else if (key instanceof Stroke stroke) {
            sheet.line(x, y + 8.5, x + 2 * SWATCH, y + 8.5, stroke.line());
        }
    }
}

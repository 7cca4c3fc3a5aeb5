package org.kapok.report.picture;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A laid out picture.
 *
 * @param width in units
 * @param height in units
 * @param title what it is, for readers who cannot see it
 * @param marks in the order they are drawn
 * @param typeface what its text is set in
 */
record Drawing(int width, int height, String title, List<Mark> marks, Typeface typeface) {
    Drawing {
        marks = List.copyOf(marks);
    }

    List<Mark.Label> labels() {
        return marks.stream()
                .filter(Mark.Label.class::isInstance)
                .map(Mark.Label.class::cast)
                .toList();
    }

    /** All its text. */
    String text() {
        return title + labels().stream().map(Mark.Label::text).collect(Collectors.joining());
    }

    /** The room that a label takes. */
    Rectangle2D room(Mark.Label label) {
        double width = typeface.width(label.text(), label.type());
        double size = label.type().size();
        return new Rectangle2D.Double(
                label.x() - label.anchor().share * width, label.y() - 0.8 * size, width, 0.95 * size);
    }
}

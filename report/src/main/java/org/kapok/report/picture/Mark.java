package org.kapok.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.util.Optional;

/** Something drawn: a shape or a line of text. */
sealed interface Mark {
    /**
     * A shape.
     *
     * @param shape where it is
     * @param fill the colour inside, if any
     * @param line its outline, if any
     * @param about what a reader who points at it is told; empty for nothing
     */
    record Figure(Shape shape, Optional<Color> fill, Optional<Line> line, String about) implements Mark {}

    /**
     * How a line looks.
     *
     * @param color its colour
     * @param width in units
     * @param dash the length of dashes and gaps; 0 for none
     */
    record Line(Color color, double width, double dash) {
        static Line of(Color color, double width) {
            return new Line(color, width, 0);
        }
    }

    /**
     * A line of text.
     *
     * @param text one line
     * @param x where its anchor is
     * @param y where its foot is
     * @param anchor which point of it is at {@code x}
     * @param type how it is set
     */
    record Label(String text, double x, double y, Anchor anchor, Type type) implements Mark {}

    /** Which point of a text its place is that of. */
    enum Anchor {
        START(0, "start"),
        MIDDLE(0.5, "middle"),
        END(1, "end");

        final double share; // of the text's width that is before the point
        final String svg;

        Anchor(double share, String svg) {
            this.share = share;
            this.svg = svg;
        }
    }

    /**
     * How text is set.
     *
     * @param size of the font, in units
     * @param bold whether it is bold
     * @param color its colour
     * @param halo whether a rim in the colour of paper keeps it apart from what is below
     */
    record Type(double size, boolean bold, Color color, boolean halo) {
        static Type of(double size, Color color) {
            return new Type(size, false, color, false);
        }

        Type inBold() {
            return new Type(size, true, color, halo);
        }

        Type in(Color other) {
            return new Type(size, bold, other, halo);
        }

        Type withHalo() {
            return new Type(size, bold, color, true);
        }

        int style() {
            return bold ? Font.BOLD : Font.PLAIN;
        }
    }
}

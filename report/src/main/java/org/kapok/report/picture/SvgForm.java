package org.kapok.report.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;

/**
 * A drawing as SVG 1.1.
 *
 * <p>Text stays text where the font is one that machines have; where only the bundled font has its characters, it is
 * drawn as shapes, so that it looks the same everywhere.
 */
final class SvgForm {
    /** The width of the rim around text that has one. */
    static final double HALO = 3;

    private final Drawing drawing;
    private final StringBuilder svg = new StringBuilder();

    private SvgForm(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The text of a file. */
    static String of(Drawing drawing) {
        return new SvgForm(drawing).write();
    }

    private String write() {
        int width = drawing.width();
        int height = drawing.height();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
        attribute("width", width);
        attribute("height", height);
        attribute("viewBox", "0 0 " + width + " " + height);
        attribute("font-family", drawing.typeface().families(drawing.text()));
        svg.append(">\n<title>").append(escaped(drawing.title())).append("</title>\n<rect");
        attribute("width", width);
        attribute("height", height);
        attribute("fill", code(Palette.PAPER));
        svg.append("/>\n");
        for (Mark mark : drawing.marks()) {
            if (mark instanceof Mark.Figure figure) {
                write(figure);
            } else if (mark instanceof Mark.Label label) {
                write(label);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private void write(Mark.Figure figure) {
        svg.append("<path");
        attribute("d", path(figure.shape()));
        attribute("fill", figure.fill().map(SvgForm::code).orElse("none"));
        figure.line().ifPresent(line -> {
            attribute("stroke", code(line.color()));
            attribute("stroke-width", number(line.width()));
            attribute("stroke-linejoin", "round");
            if (line.dash() > 0) {
                attribute("stroke-dasharray", number(line.dash()));
            }
        });
        if (figure.about().isEmpty()) {
            svg.append("/>\n");
        } else {
            svg.append("><title>").append(escaped(figure.about())).append("</title></path>\n");
        }
    }

    private void write(Mark.Label label) {
        if (drawing.typeface().bundled()) {
            svg.append("<path");
            attribute("d", path(drawing.typeface().outline(label)));
            attribute("aria-label", label.text());
        } else {
            svg.append("<text");
            attribute("x", number(label.x()));
            attribute("y", number(label.y()));
            attribute("font-size", number(label.type().size()));
            if (label.anchor() != Mark.Anchor.START) {
                attribute("text-anchor", label.anchor().svg);
            }
            if (label.type().bold()) {
                attribute("font-weight", "bold");
            }
        }
        attribute("fill", code(label.type().color()));
        if (label.type().halo()) {
            attribute("stroke", code(Palette.PAPER));
            attribute("stroke-width", number(HALO));
            attribute("stroke-linejoin", "round");
            attribute("paint-order", "stroke");
        }
        svg.append(drawing.typeface().bundled() ? "/>\n" : ">" + escaped(label.text()) + "</text>\n");
    }

    private void attribute(String name, Object value) {
        svg.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value.toString()))
                .append('"');
    }

    private static String path(Shape shape) {
        StringBuilder path = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(points);
            path.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE ? 0 : 2 * Math.max(1, kind);
            for (int i = 0; i < numbers; i++) {
                path.append(i == 0 ? "" : " ").append(number(points[i]));
            }
        }
        return path.toString();
    }

    private static String code(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xFFFFFF);
    }

    private static String number(double value) {
        double cents = Math.rint(value * 100) / 100;
        return cents == Math.rint(cents) ? Long.toString((long) cents) : Double.toString(cents);
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x1F]", " ") // which XML has no place for
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

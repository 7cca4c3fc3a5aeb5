package org.kapok.report.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a chart is drawn on: collects marks, and knows how wide text is. */
final class Sheet {
    static final Mark.Type PLAIN = Mark.Type.of(13, Palette.INK);
    static final Mark.Type SMALL = Mark.Type.of(11.5, Palette.SOFT);

    private static final Mark.Type TITLE = Mark.Type.of(20, Palette.INK).inBold();
    private static final Mark.Type SUBTITLE = Mark.Type.of(14, Palette.SOFT);
    private static final double MARGIN = 22;
    private static final double LEADING = 1.32;

    private final int width;
    private final int height;
    private final Words words;
    private final Typeface typeface;
    private final List<Mark> marks = new ArrayList<>();

    private Sheet(int width, int height, Words words, Typeface typeface) {
        this.width = width;
        this.height = height;
        this.words = words;
        this.typeface = typeface;
    }

    /** Lays a chart out. */
    static Drawing draw(Chart chart, Captions captions, Page page) {
        Sheet sheet = new Sheet(page.width(), page.height(), page.words(), page.typeface());
        double top = sheet.lines(captions.title(), TITLE, MARGIN + 0.3 * TITLE.size());
        top = sheet.lines(captions.subtitle(), SUBTITLE, top);
        double bottom = sheet.foot(captions.note());
        Rectangle2D body = new Rectangle2D.Double(MARGIN, top + 6, page.width() - 2 * MARGIN, bottom - top - 12);
        chart.draw(sheet, body);
        return new Drawing(page.width(), page.height(), plain(captions.title()), sheet.marks, page.typeface());
    }

    /**
     * What a chart is laid out for.
     *
     * @param width in units
     * @param height in units
     * @param words its language
     * @param typeface what it is set in
     */
    record Page(int width, int height, Words words, Typeface typeface) {}

    private double lines(String text, Mark.Type type, double top) {
        double y = top;
        for (String line : wrapped(text, type, width - 2 * MARGIN)) {
            y += type.size();
            text(line, MARGIN, y, Mark.Anchor.START, type);
            y += (LEADING - 1) * type.size();
        }
        return y;
    }

    /** Writes notes at the bottom, and tells where they start. */
    private double foot(String note) {
        List<String> lines = wrapped(note, SMALL, width - 2 * MARGIN);
        double y = height - MARGIN + 4 - (lines.size() - 1) * LEADING * SMALL.size();
        double top = y - SMALL.size();
        for (String line : lines) {
            text(line, MARGIN, y, Mark.Anchor.START, SMALL);
            y += LEADING * SMALL.size();
        }
        return lines.isEmpty() ? height - MARGIN : top;
    }

    /** A text in lines of at most a width. */
    List<String> wrapped(String text, Mark.Type type, double room) {
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = words.breaks();
        breaks.setText(text);
        int start = 0;
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (fits > start && width(text.substring(start, end).strip(), type) > room) {
                lines.add(text.substring(start, fits).strip());
                start = fits;
            }
            fits = end;
        }
        if (fits > start) {
            lines.add(text.substring(start).strip());
        }
        return lines;
    }

    Words words() {
        return words;
    }

    double width(String text, Mark.Type type) {
        return typeface.width(text, type);
    }

    /** The widest of some texts. */
    double widest(List<String> texts, Mark.Type type) {
        return texts.stream().mapToDouble(text -> width(text, type)).max().orElse(0);
    }

    void text(String text, double x, double y, Mark.Anchor anchor, Mark.Type type) {
        if (!text.isBlank()) {
            marks.add(new Mark.Label(plain(text), x, y, anchor, type));
        }
    }

    /** A text without control characters, which no font has. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    void fill(Shape shape, Color color) {
        fill(shape, color, "");
    }

    void fill(Shape shape, Color color, String about) {
        marks.add(new Mark.Figure(shape, Optional.of(color), Optional.empty(), about));
    }

    void outlined(Shape shape, Color color, Mark.Line line, String about) {
        marks.add(new Mark.Figure(shape, Optional.of(color), Optional.of(line), about));
    }

    void line(Shape shape, Mark.Line line) {
        marks.add(new Mark.Figure(shape, Optional.empty(), Optional.of(line), ""));
    }

    void line(double x1, double y1, double x2, double y2, Mark.Line line) {
        line(new Line2D.Double(x1, y1, x2, y2), line);
    }

    /** A line through points. */
    static Path2D through(List<double[]> points) {
        Path2D path = new Path2D.Double();
        for (double[] point : points) {
            if (path.getCurrentPoint() == null) {
                path.moveTo(point[0], point[1]);
            } else {
                path.lineTo(point[0], point[1]);
            }
        }
        return path;
    }
}

package org.kapok.report.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Years across and numbers up.
 *
 * @param room where both axes cross the sheet
 * @param from the first year, with its part as decimals
 * @param to the last
 * @param ticks the numbers up
 */
record Plot(Rectangle2D room, double from, double to, Ticks ticks) {
    private static final double TICK_ROOM = 8;
    private static final double FOOT = 22;

    /**
     * A plot in a room, less what labels on its sides take.
     *
     * @param right how much room to keep free on the right
     */
    static Plot in(Sheet sheet, Rectangle2D body, double[] years, Ticks ticks, double right) {
        List<String> labels = new ArrayList<>();
        ticks.all().forEach(tick -> labels.add(sheet.words().number(tick, ticks.decimals())));
        double left = sheet.widest(labels, Sheet.SMALL) + TICK_ROOM;
        Rectangle2D room = new Rectangle2D.Double(
                body.getX() + left,
                body.getY() + 8,
                body.getWidth() - left - right,
                body.getHeight() - FOOT - 8);
        return new Plot(room, years[0], years[1], ticks);
    }

    double x(double year) {
        return to > from ? room.getX() + (year - from) / (to - from) * room.getWidth() : room.getCenterX();
    }

    double y(double value) {
        return room.getMaxY() - (value - ticks.first()) / (ticks.last() - ticks.first()) * room.getHeight();
    }

    /** Lines and numbers for the axes. */
    void drawAxes(Sheet sheet) {
        for (double tick : ticks.all()) {
            boolean zero = Math.abs(tick) < 1e-9 * ticks.step();
            Mark.Line line = Mark.Line.of(zero ? Palette.SOFT : Palette.GRID, 1);
            sheet.line(room.getX(), y(tick), room.getMaxX(), y(tick), line);
            sheet.text(
                    sheet.words().number(zero ? 0 : tick, ticks.decimals()),
                    room.getX() - TICK_ROOM,
                    y(tick) + 4,
                    Mark.Anchor.END,
                    Sheet.SMALL);
        }
    }

    /** The line at 0 once more, above what stands on it. */
    void drawZero(Sheet sheet) {
        sheet.line(room.getX(), y(0), room.getMaxX(), y(0), Mark.Line.of(Palette.SOFT, 1));
    }

    /** Numbers for years along the bottom, as many as fit, the first among them. */
    void drawYears(Sheet sheet, List<Integer> years) {
        double label = sheet.width("2000", Sheet.SMALL) + 14;
        int step = 1;
        while (years.size() > 1 && step * room.getWidth() / years.size() < label) {
            step = step == 1 ? 2 : step == 2 ? 5 : step + 5;
        }
        for (int year : years) {
            boolean shown = step < 5 ? (year - years.get(0)) % step == 0 : year % step == 0;
            if (shown) {
                sheet.line(x(year), room.getMaxY(), x(year), room.getMaxY() + 4, Mark.Line.of(Palette.SOFT, 1));
                sheet.text(
                        Integer.toString(year), x(year), room.getMaxY() + 18, Mark.Anchor.MIDDLE, Sheet.SMALL);
            }
        }
    }

    /**
     * What is said beside the end of a line.
     *
     * @param text what
     * @param y the line's height there
     * @param type how
     */
    record End(String text, double y, Mark.Type type) {}

    /** Writes labels on the right, each as near to its line as the others let it. */
    void drawEnds(Sheet sheet, List<End> ends, double x) {
        List<End> ordered = new ArrayList<>(ends);
        ordered.sort(Comparator.comparingDouble(End::y));
        double[] places = new double[ordered.size()];
        double free = room.getY() - 8;
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.max(ordered.get(i).y(), free);
            free = places[i] + 1.25 * ordered.get(i).type().size();
        }
        double limit = room.getMaxY() + 6;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], limit);
            limit = places[i] - 1.25 * ordered.get(i).type().size();
        }
        for (int i = 0; i < places.length; i++) {
            End end = ordered.get(i);
            sheet.text(end.text(), x, places[i] + 0.35 * end.type().size(), Mark.Anchor.START, end.type());
        }
    }
}

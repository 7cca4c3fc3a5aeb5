package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
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
    private static final double TARGET = 5;
    private static final double HEAD = 12;
    private static final double FOOT = 24;
    private static final int[] STEPS = {1, 2, 5, 10, 20, 25, 50};

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
                body.getX() + left, body.getY() + HEAD, body.getWidth() - left - right, body.getHeight() - FOOT - HEAD);
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

    /** Numbers for years along the bottom, as many as fit. */
    void drawYears(Sheet sheet, List<Integer> years) {
        int step = yearStep(years, (sheet.width("2000", Sheet.SMALL) + 14) / room.getWidth() * (to - from));
        for (int year : years) {
            if (isTold(year, years, step)) {
                sheet.line(x(year), room.getMaxY(), x(year), room.getMaxY() + 4, Mark.Line.of(Palette.SOFT, 1));
                sheet.text(Integer.toString(year), x(year), room.getMaxY() + 18, Mark.Anchor.MIDDLE, Sheet.SMALL);
            }
        }
    }

    /** Whether a year is among those with a label. */
    static boolean isTold(int year, List<Integer> years, int step) {
        return step < 5 ? (year - years.get(0)) % step == 0 : year % step == 0;
    }

    /**
     * A round number of years from one label to the next, rather one that meets both ends.
     *
     * @param least how many years a label takes
     */
    static int yearStep(List<Integer> years, double least) {
        int first = years.get(0);
        int span = years.get(years.size() - 1) - first;
        int found = 0;
        for (int step : STEPS) {
            boolean meets = span % step == 0 && (step < 5 || first % step == 0);
            if (step >= least && meets && step <= 5 * least) {
                return step;
            }
            found = found == 0 && step >= least ? step : found;
        }
        return found == 0 ? 100 : found;
    }

    /** A diamond for a wanted value, with its number. */
    void drawTarget(Sheet sheet, Asked.Point point, Words.Unit unit, Color color) {
        double x = x(point.year());
        double y = y(point.value() / unit.size());
        Path2D diamond = Sheet.through(List.of(
                new double[] {x, y - TARGET}, new double[] {x + TARGET, y}, new double[] {x, y + TARGET}, new double[] {
                    x - TARGET, y
                }));
        diamond.closePath();
        sheet.outlined(diamond, Palette.PAPER, Mark.Line.of(color, 1.8), "");
        String text = sheet.words().of("target", sheet.words().figure(point.value() / unit.size()));
        Mark.Type type = Sheet.SMALL.in(color).withHalo();
        sheet.text(text, x + 9, y + 15, Mark.Anchor.START, type);
    }

    /** Writes labels at the right ends of lines. */
    void drawEnds(Sheet sheet, List<EndLabels.End> ends) {
        new EndLabels(sheet, room.getMaxX(), room.getY() - 8, room.getMaxY() + 8).draw(ends);
    }
}

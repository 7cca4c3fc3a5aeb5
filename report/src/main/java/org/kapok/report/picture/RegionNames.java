package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Puts names and values on regions, and beside the map where they do not fit.
 *
 * @param sheet what is drawn on
 * @param body the room that the map and what is beside it have
 */
record RegionNames(Sheet sheet, Rectangle2D body) {
    private static final Mark.Type NAME = Mark.Type.of(12.5, Palette.INK).inBold();
    private static final Mark.Type VALUE = Mark.Type.of(12, Palette.INK);
    private static final double LINE = 1.2 * NAME.size();
    private static final double HIGH = 2 * LINE + 8;

    /** A region on the sheet, and the ink that reads well on it. */
    record Placed(String name, String value, Path2D shape, Color ink) {}

    void draw(List<Placed> regions) {
        List<Placed> beside = new ArrayList<>();
        for (Placed region : regions) {
            double width = Math.max(sheet.width(region.name(), NAME), sheet.width(region.value(), VALUE));
            double[] place = Outlines.roomiest(region.shape(), width, 2 * LINE);
            if (place[2] >= 1) {
                write(region, place[0], place[1] - 0.15 * LINE, Mark.Anchor.MIDDLE, region.ink());
            } else {
                beside.add(region);
            }
        }
        drawBeside(beside);
    }

    private void write(Placed region, double x, double y, Mark.Anchor anchor, Color ink) {
        sheet.text(region.name(), x, y, anchor, NAME.in(ink));
        sheet.text(region.value(), x, y + LINE, anchor, VALUE.in(ink));
    }

    /** A column on the left, in the order of the regions from north to south, so that lines do not cross. */
    private void drawBeside(List<Placed> regions) {
        Map<Placed, double[]> places = new LinkedHashMap<>();
        regions.forEach(region -> places.put(region, Outlines.roomiest(region.shape(), 1, 1)));
        List<Placed> ordered = new ArrayList<>(regions);
        ordered.sort(Comparator.comparingDouble(region -> places.get(region)[1]));
        double middle = places.values().stream()
                .mapToDouble(place -> place[1])
                .average()
                .orElse(0);
        double y = Math.max(body.getY() + LINE, middle - HIGH * ordered.size() / 2);
        List<String> texts = ordered.stream()
                .flatMap(region -> Stream.of(region.name(), region.value()))
                .toList();
        double right = body.getX() + sheet.widest(texts, NAME);
        for (Placed region : ordered) {
            write(region, right, y, Mark.Anchor.END, Palette.INK);
            double[] place = places.get(region);
            sheet.line(right + 6, y, place[0], place[1], Mark.Line.of(Palette.INK, 0.9));
            sheet.fill(Lines.dot(place[0], place[1], 2.6), Palette.INK);
            y += HIGH;
        }
    }
}

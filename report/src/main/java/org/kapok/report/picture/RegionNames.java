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
 * Puts names and values on regions, and beside the map where they do not fit; what does not fit there either is left to
 * the colours.
 *
 * @param sheet what is drawn on
 * @param body the room that the map and what is beside it have
 */
record RegionNames(Sheet sheet, Rectangle2D body) {
    private static final Mark.Type NAME = Mark.Type.of(12, Palette.INK).inBold();
    private static final Mark.Type VALUE = Mark.Type.of(12, Palette.INK);
    private static final double LINE = 1.2 * NAME.size();
    private static final double HIGH = 2 * LINE + 8;
    private static final double INSIDE = 0.72; // how much of the width of a name has to lie on its region
    private static final double APART = 26;
    private static final double DOT = 6;

    /** A region on the sheet, and the ink that reads well on it. */
    record Placed(String name, String value, Path2D shape, Color ink) {}

    /** A region and the place on it that its name belongs to. */
    private record Spot(Placed region, double x, double y, boolean roomy) {}

    void draw(List<Placed> regions) {
        Map<Spot, Rectangle2D> on = new LinkedHashMap<>();
        List<Spot> beside = new ArrayList<>();
        for (Placed region : regions) {
            double width = Math.max(sheet.width(region.name(), NAME), sheet.width(region.value(), VALUE));
            double[] place = Outlines.roomiest(region.shape(), INSIDE * width, 2 * LINE);
            Rectangle2D room = new Rectangle2D.Double(place[0] - width / 2, place[1] - LINE, width, 2 * LINE);
            if (place[2] >= 1 && on.values().stream().noneMatch(room::intersects)) {
                on.put(new Spot(region, place[0], place[1], place[2] * INSIDE >= 1), room);
            } else {
                double[] any = Outlines.roomiest(region.shape(), DOT, DOT);
                beside.add(new Spot(region, any[0], any[1], true));
            }
        }
        Rectangle2D map = bounds(regions);
        List<Spot> right = new ArrayList<>(beside.stream()
                .filter(spot ->
                        spot.x() > map.getCenterX() || on.values().stream().anyMatch(room -> crosses(spot, room)))
                .toList());
        beside.removeAll(right);
        int fit = (int) (body.getHeight() / HIGH);
        while (beside.size() > fit && right.size() < fit) {
            right.add(beside.remove(beside.size() - 1));
        }
        drawBeside(beside.subList(0, Math.min(fit, beside.size())), map, Mark.Anchor.END);
        drawBeside(right.subList(0, Math.min(fit, right.size())), map, Mark.Anchor.START);
        on.keySet().forEach(spot -> {
            Color ink = spot.region().ink();
            boolean rim = !spot.roomy() && ink.equals(Palette.INK);
            write(
                    spot.region(),
                    new double[] {spot.x(), spot.y() - 0.15 * LINE},
                    Mark.Anchor.MIDDLE,
                    rim ? NAME.withHalo() : NAME.in(ink));
        });
    }

    /** Whether a line from the left to a region would run through a name. */
    private static boolean crosses(Spot spot, Rectangle2D room) {
        return room.getX() < spot.x() && Math.abs(room.getCenterY() - spot.y()) < 2 * LINE;
    }

    private static Rectangle2D bounds(List<Placed> regions) {
        Rectangle2D all = regions.get(0).shape().getBounds2D();
        for (Placed region : regions) {
            all = all.createUnion(region.shape().getBounds2D());
        }
        return all;
    }

    private void write(Placed region, double[] at, Mark.Anchor anchor, Mark.Type name) {
        Mark.Type value = VALUE.in(name.color());
        sheet.text(region.name(), at[0], at[1], anchor, name);
        sheet.text(region.value(), at[0], at[1] + LINE, anchor, name.halo() ? value.withHalo() : value);
    }

    /** A column beside the map, in the order of the regions from north to south, so that lines do not cross. */
    private void drawBeside(List<Spot> spots, Rectangle2D map, Mark.Anchor anchor) {
        List<String> texts = spots.stream()
                .flatMap(spot -> Stream.of(spot.region().name(), spot.region().value()))
                .toList();
        double width = sheet.widest(texts, NAME);
        boolean left = anchor == Mark.Anchor.END;
        double x = left
                ? Math.max(map.getX() - APART, body.getX() + width)
                : Math.min(map.getMaxX() + APART, body.getMaxX() - width);
        double middle = spots.stream().mapToDouble(Spot::y).average().orElse(0);
        double y = middle - HIGH * spots.size() / 2 + LINE;
        y = Math.max(body.getY() + LINE, Math.min(body.getMaxY() - HIGH * spots.size() + LINE, y));
        for (Spot spot :
                spots.stream().sorted(Comparator.comparingDouble(Spot::y)).toList()) {
            write(spot.region(), new double[] {x, y}, anchor, NAME);
            double from = left ? x + 5 : x - 5;
            sheet.line(from, y + 2, spot.x(), spot.y(), Mark.Line.of(Palette.PAPER, 2.6));
            sheet.line(from, y + 2, spot.x(), spot.y(), Mark.Line.of(Palette.INK, 0.9));
            sheet.fill(Lines.dot(spot.x(), spot.y(), 2.6), Palette.INK);
            y += HIGH;
        }
    }
}

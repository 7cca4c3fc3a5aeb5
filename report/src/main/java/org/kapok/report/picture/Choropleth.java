package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kapok.core.Region;
import org.kapok.scenario.RegionMap;

/**
 * Regions in colours that tell a value of each.
 *
 * @param values what they tell
 * @param map where regions are
 */
record Choropleth(MapValues values, RegionMap map) implements Chart {
    private static final double SIDE = 0.22; // of the width, for the scale and for names that do not fit on the map
    private static final double STEP = 22;
    private static final Mark.Line BORDER = Mark.Line.of(new Color(0x7B8794), 0.7);

    Choropleth {
        List<String> missing = values.run().projection().space().regions().stream()
                .map(Region::id)
                .filter(id -> !map.shapes().containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("Picture.map: got a map of "
                    + map.shapes().keySet() + ", expected one with " + missing + " as well");
        }
    }

    @Override
    public Captions captions(Words words) {
        Captions captions = values.captions().apply(words);
        return captions.withNote(words.sentences(captions.note(), words.attribution(map)));
    }

    @Override
    public void draw(Sheet sheet, Rectangle2D body) {
        Words words = sheet.words();
        double side = SIDE * body.getWidth();
        Rectangle2D room = new Rectangle2D.Double(
                body.getX() + side, body.getY() + 2, body.getWidth() - side, body.getHeight() - 8);
        Classes classes = classes();
        Map<String, Path2D> shapes = Outlines.fitting(map, room).shapes();
        List<RegionNames.Placed> placed = new ArrayList<>();
        List<Region> regions = values.run().projection().space().regions();
        for (int i = 0; i < regions.size(); i++) {
            Path2D shape = shapes.get(regions.get(i).id());
            Color color = classes.color(values.values().get(i));
            String name = words.title(
                    values.run().scenario(), "region", regions.get(i).id());
            String value = value(words, values.values().get(i));
            sheet.outlined(shape, color, BORDER, name + ": " + value);
            placed.add(new RegionNames.Placed(name, value, shape, Palette.on(color)));
        }
        new RegionNames(sheet, body).draw(placed);
        drawScale(sheet, body, classes);
    }

    private String value(Words words, double value) {
        return switch (values.kind()) {
            case PERSONS, PERSONS_A_YEAR -> words.compact(value);
            case YEARS -> words.number(value, 1);
            case SHARE -> words.percent(value, 1);
            case CHANGE -> (value > 0 ? "+" : "") + words.percent(value, 1);
        };
    }

    private Classes classes() {
        double least =
                values.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most =
                values.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Classes(Ticks.around(least, most, 5));
    }

    /** Values in classes between round numbers: from one colour to another, or from 0 both ways where there are both. */
    private record Classes(Ticks ticks) {
        Color color(double value) {
            int all = ticks.count() - 1;
            int rank =
                    (int) Math.min(all - 1.0, Math.max(0, Math.floor((value - ticks.first()) / ticks.step() + 1e-9)));
            double middle = ticks.at(rank) + ticks.step() / 2;
            if (ticks.first() < 0 && ticks.last() > 0) {
                double reach = Math.max(-ticks.first(), ticks.last());
                return middle < 0 ? Palette.missing(-middle / reach) : Palette.rising(middle / reach);
            }
            return Palette.rising(all == 1 ? 0.5 : rank / (all - 1.0));
        }
    }

    private void drawScale(Sheet sheet, Rectangle2D body, Classes classes) {
        Words words = sheet.words();
        Ticks ticks = classes.ticks();
        double most = Math.max(Math.abs(ticks.first()), Math.abs(ticks.last()));
        Words.Unit unit = switch (values.kind()) {
            case PERSONS, PERSONS_A_YEAR -> words.persons(most);
            case YEARS -> new Words.Unit(1, words.of("unit.years"));
            case SHARE, CHANGE -> new Words.Unit(0.01, "%");
        };
        double y = body.getMaxY() - STEP * (ticks.count() - 1) - 8;
        String name = values.kind() == MapValues.Kind.PERSONS_A_YEAR ? words.of("a_year", unit.name()) : unit.name();
        sheet.text(name, body.getX(), y - 14, Mark.Anchor.START, Sheet.SMALL);
        Ticks told = new Ticks(ticks.first() / unit.size(), ticks.step() / unit.size(), ticks.count());
        for (int i = 0; i < ticks.count(); i++) {
            double top = y + (ticks.count() - 1 - i) * STEP;
            if (i > 0) {
                Color color = classes.color(ticks.at(i) - ticks.step() / 2);
                sheet.fill(new Rectangle2D.Double(body.getX(), top, 20, STEP - 1), color);
            }
            String text = words.number(told.at(i), told.decimals());
            sheet.text(text, body.getX() + 27, top + 4, Mark.Anchor.START, Sheet.SMALL);
        }
    }
}

package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kapok.projection.Projection;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** Births, deaths and net migration of every year, and the growth they add up to. */
record Components(ScenarioRun run, String measure, String area) implements Chart {
    static final List<String> KINDS = List.of("births", "deaths", "net_migration");
    private static final List<Color> COLORS = List.of(new Color(0x2A8F7A), new Color(0x6B7785), new Color(0x1F5A93));

    /** The parts of a year's growth, persons per year; deaths below 0. */
    private record Year(int year, List<Double> parts) {
        double growth() {
            return parts.get(0) + parts.get(1) + parts.get(2);
        }

        double up() {
            return parts.stream().mapToDouble(part -> Math.max(0, part)).sum();
        }

        double down() {
            return parts.stream().mapToDouble(part -> Math.min(0, part)).sum();
        }
    }

    private List<Year> years() {
        Projection projection = run.projection();
        List<Asked> asked = KINDS.stream()
                .map(kind -> Asked.of(projection, kind + ":" + measure, area))
                .toList();
        List<Year> years = new ArrayList<>();
        for (String label : projection.flowYears().labels()) {
            int year = Integer.parseInt(label);
            years.add(new Year(
                    year,
                    List.of(
                            asked.get(0).inYear(projection, year),
                            -asked.get(1).inYear(projection, year),
                            asked.get(2).inYear(projection, year))));
        }
        return years;
    }

    private static Words.Unit unit(Words words, List<Year> years) {
        return words.persons(years.stream()
                .mapToDouble(year -> Math.max(year.up(), -year.down()))
                .max()
                .orElse(0));
    }

    @Override
    public Captions captions(Words words) {
        Scenario scenario = run.scenario();
        List<Year> years = years();
        String title = words.of(
                "components.title",
                words.area(scenario, area),
                words.measure(scenario, measure),
                Integer.toString(years.get(0).year()),
                Integer.toString(years.get(years.size() - 1).year() + width() - 1));
        String subtitle = words.scenario(scenario)
                + words.of("in_unit", words.of("a_year", unit(words, years).name()));
        return new Captions(title, subtitle, words.sentences(words.of("components.note"), Sources.of(words, scenario)));
    }

    private int width() {
        return run.projection().space().ages().uniformWidth();
    }

    @Override
    public void draw(Sheet sheet, Rectangle2D body) {
        List<Year> years = years();
        Words.Unit unit = unit(sheet.words(), years);
        Ticks ticks = Ticks.around(
                years.stream().mapToDouble(Year::down).min().orElse(0) / unit.size(),
                years.stream().mapToDouble(Year::up).max().orElse(0) / unit.size(),
                6);
        Rectangle2D room = Legend.draw(sheet, keys(sheet.words()), body);
        double half = width() / 2.0;
        double first = years.get(0).year() - half;
        double last = years.get(years.size() - 1).year() + half;
        Plot plot = Plot.in(sheet, room, new double[] {first, last}, ticks, 8);
        plot.drawAxes(sheet);
        for (Year year : years) {
            drawBar(sheet, plot, unit, year);
        }
        plot.drawZero(sheet);
        plot.drawYears(sheet, years.stream().map(Year::year).toList());
        drawGrowth(sheet, plot, unit, years);
    }

    private List<Legend.Key> keys(Words words) {
        List<Legend.Key> keys = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
            keys.add(new Legend.Swatch(words.of("measure." + KINDS.get(i)), List.of(COLORS.get(i))));
        }
        keys.add(new Legend.Stroke(words.of("growth"), Mark.Line.of(Palette.INK, 2)));
        return keys;
    }

    private void drawBar(Sheet sheet, Plot plot, Words.Unit unit, Year year) {
        double width = 0.62 * (plot.x(year.year() + width()) - plot.x(year.year()));
        double up = 0;
        double down = 0;
        for (int i = 0; i < KINDS.size(); i++) {
            double part = year.parts().get(i);
            double from = part >= 0 ? up : down;
            double top = plot.y(Math.max(from, from + part) / unit.size());
            double foot = plot.y(Math.min(from, from + part) / unit.size());
            String about = year.year() + ", " + sheet.words().of("measure." + KINDS.get(i)) + ": "
                    + sheet.words().number(Math.abs(part), 0);
            sheet.fill(
                    new Rectangle2D.Double(plot.x(year.year()) - width / 2, top, width, foot - top),
                    COLORS.get(i),
                    about);
            up += Math.max(0, part);
            down += Math.min(0, part);
        }
    }

    private static void drawGrowth(Sheet sheet, Plot plot, Words.Unit unit, List<Year> years) {
        List<double[]> points = years.stream()
                .map(year -> new double[] {plot.x(year.year()), plot.y(year.growth() / unit.size())})
                .toList();
        sheet.line(Sheet.through(points), Mark.Line.of(Palette.INK, 2));
        points.forEach(point ->
                sheet.outlined(Lines.dot(point[0], point[1], 3.4), Palette.PAPER, Mark.Line.of(Palette.INK, 1.6), ""));
        Stream.of(0, years.size() - 1).distinct().forEach(i -> {
            String text = sheet.words().figure(years.get(i).growth() / unit.size());
            sheet.text(
                    text,
                    points.get(i)[0],
                    points.get(i)[1] - 9,
                    Mark.Anchor.MIDDLE,
                    Sheet.PLAIN.inBold().withHalo());
        });
    }
}

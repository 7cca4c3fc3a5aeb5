package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.kapok.core.Selection;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/**
 * Values through the years, a line each, named at its end.
 *
 * @param scenario whose words name things
 * @param captions the words around it
 * @param series one or more, of the same unit
 * @param kind what they count
 */
record Lines(Scenario scenario, Function<Words, Captions> captions, List<Series> series, Kind kind) implements Chart {
    private static final int MOST = 24;
    private static final int FEW = 6; // lines that leave room for names above numbers

    Lines {
        if (series.size() > MOST) {
            throw new IllegalArgumentException(
                    "Picture.trend: got " + series.size() + " lines, expected at most " + MOST);
        }
    }

    /** What values are: people, people a year, or years of life. */
    private enum Kind {
        STOCK,
        FLOW,
        YEARS
    }

    private static Kind kind(Asked asked) {
        if (asked.measure().kind() == Measure.Kind.LIFE_EXPECTANCY) {
            return Kind.YEARS;
        }
        return asked.measure().isStock() ? Kind.STOCK : Kind.FLOW;
    }

    /**
     * A line.
     *
     * @param name what it is called
     * @param points by year, ascending
     * @param wanted targets for it
     */
    record Series(Function<Words, String> name, List<Asked.Point> points, List<Asked.Point> wanted) {}

    /** Residents and registered people of the whole place with the targets for them. */
    static Lines of(ScenarioRun run, List<Asked> asked) {
        List<Series> series = new ArrayList<>();
        for (Asked each : asked) {
            Function<Words, String> name = words ->
                    words.first(words.measure(run.scenario(), each.measure().id()));
            boolean sameMeasure = asked.stream().map(Asked::measure).distinct().count() == 1;
            Function<Words, String> place = words -> words.area(run.scenario(), each.area());
            series.add(new Series(
                    sameMeasure && asked.size() > 1 ? place : name,
                    each.through(run.projection()),
                    targets(run.scenario(), each)));
        }
        boolean onePlace = asked.stream().map(Asked::area).distinct().count() == 1;
        return new Lines(run.scenario(), words -> captions(words, run, asked, onePlace), series, kind(asked.get(0)));
    }

    private static Captions captions(Words words, ScenarioRun run, List<Asked> asked, boolean onePlace) {
        Scenario scenario = run.scenario();
        String what = String.join(
                words.of("and"),
                asked.stream()
                        .map(each -> words.measure(scenario, each.measure().id()))
                        .distinct()
                        .toList());
        String where = words.area(scenario, onePlace ? asked.get(0).area() : "");
        return new Captions(
                title(words, onePlace ? what : words.of("lines.by_area", what), where, run),
                words.scenario(scenario),
                words.sentences(when(words, scenario, asked.get(0)), Sources.of(words, scenario)));
    }

    private static String title(Words words, String what, String where, ScenarioRun run) {
        String from = Integer.toString(run.projection().dates().get(0).getYear());
        return words.of(
                "lines.title",
                where,
                what,
                from,
                Integer.toString(run.scenario().lastYear()));
    }

    private static String when(Words words, Scenario scenario, Asked asked) {
        return asked.measure().isStock()
                ? words.of(
                        "lines.dates",
                        Sources.date(words, scenario.inputs().base().date()))
                : "";
    }

    /** A measure of an area in scenarios, the first that which the others are compared with. */
    static Lines of(List<Comparison> comparisons, String measure, String area) {
        if (comparisons.isEmpty()) {
            throw new IllegalArgumentException("Picture.trend: got no comparison, expected one or more");
        }
        ScenarioRun first = comparisons.get(0).first();
        List<ScenarioRun> runs = Stream.concat(
                        Stream.of(first), comparisons.stream().map(Comparison::second))
                .toList();
        List<Series> series = new ArrayList<>();
        for (ScenarioRun run : runs) {
            Asked asked = Asked.of(run.projection(), measure, area);
            boolean reference = run == first;
            series.add(new Series(
                    words -> words.scenario(run.scenario()),
                    asked.through(run.projection()),
                    reference ? targets(run.scenario(), asked) : List.of()));
        }
        Asked asked = Asked.of(first.projection(), measure, area);
        Function<Words, Captions> captions = words -> new Captions(
                title(words, words.measure(first.scenario(), measure), words.area(first.scenario(), area), first),
                words.of("lines.scenarios", Integer.toString(runs.size())),
                words.sentences(when(words, first.scenario(), asked), Sources.of(words, first.scenario())));
        return new Lines(first.scenario(), captions, series, kind(asked));
    }

    private static List<Asked.Point> targets(Scenario scenario, Asked asked) {
        return scenario.targets().stream()
                .filter(target -> target.measure().id().equals(asked.measure().id())
                        && target.area().equals(asked.area())
                        && target.shareOf().isEmpty()
                        && target.fromAge() == 0
                        && target.toAge() == Selection.OPEN)
                .map(target -> new Asked.Point(Asked.year(scenario, target.date()), target.value()))
                .toList();
    }

    @Override
    public Captions captions(Words words) {
        Captions plain = captions.apply(words);
        String unit = unit(words).name();
        String subtitle = plain.subtitle() + words.of("in_unit", kind == Kind.FLOW ? words.of("a_year", unit) : unit);
        Captions all = new Captions(plain.title(), subtitle, plain.note());
        return ticks(words).first() == 0 ? all : all.withNote(words.sentences(all.note(), words.of("not_from_zero")));
    }

    private Words.Unit unit(Words words) {
        return kind != Kind.YEARS
                ? words.persons(values().map(Math::abs).max().orElse(0))
                : new Words.Unit(1, words.of("unit.years"));
    }

    private DoubleStream values() {
        return series.stream()
                .flatMap(each -> Stream.concat(each.points().stream(), each.wanted().stream()))
                .mapToDouble(Asked.Point::value);
    }

    private Ticks ticks(Words words) {
        return range(values().min().orElse(0), values().max().orElse(0), unit(words));
    }

    /** An axis that starts at 0 unless that leaves most of the picture empty. */
    static Ticks range(double least, double most, Words.Unit unit) {
        boolean fromZero = least >= 0 && least < 0.45 * most;
        return Ticks.around(fromZero ? 0 : least / unit.size(), most / unit.size(), 5);
    }

    @Override
    public void draw(Sheet sheet, Rectangle2D body) {
        Words words = sheet.words();
        Words.Unit unit = unit(words);
        Ticks ticks = ticks(words);
        List<List<String>> ends = new ArrayList<>();
        for (Series each : series) {
            ends.add(end(sheet, each, unit, 0.26 * body.getWidth()));
        }
        double right = sheet.widest(ends.stream().flatMap(List::stream).toList(), Sheet.PLAIN.inBold());
        List<Integer> years = years();
        double[] span = {years.get(0), years.get(years.size() - 1)};
        Plot plot = Plot.in(sheet, body, span, ticks, right + EndLabels.APART);
        plot.drawAxes(sheet);
        plot.drawYears(sheet, years);
        List<EndLabels.End> labels = new ArrayList<>();
        for (int i = series.size() - 1; i >= 0; i--) {
            drawLine(sheet, plot, unit, i); // the first above the others
        }
        for (int i = 0; i < series.size(); i++) {
            double y = plot.y(last(series.get(i)).value() / unit.size());
            labels.add(new EndLabels.End(ends.get(i), y, Sheet.PLAIN.in(Palette.series(i))));
        }
        plot.drawEnds(sheet, labels);
        drawWanted(sheet, plot, unit);
    }

    private static Asked.Point last(Series series) {
        return series.points().get(series.points().size() - 1);
    }

    /** What is said at the end of a line: its name, in several lines where it is long, and its last value. */
    private List<String> end(Sheet sheet, Series each, Words.Unit unit, double room) {
        String name = each.name().apply(sheet.words());
        String figure = sheet.words().figure(last(each).value() / unit.size());
        if (series.size() > FEW) {
            return List.of(name + " " + figure);
        }
        List<String> lines = new ArrayList<>(sheet.wrapped(name, Sheet.PLAIN, room));
        lines.add(figure);
        return lines;
    }

    private List<Integer> years() {
        return series.stream()
                .flatMap(each -> each.points().stream())
                .map(point -> (int) point.year())
                .distinct()
                .sorted()
                .toList();
    }

    private void drawLine(Sheet sheet, Plot plot, Words.Unit unit, int position) {
        List<Asked.Point> points = series.get(position).points();
        Path2D path = Sheet.through(points.stream()
                .map(point -> new double[] {plot.x(point.year()), plot.y(point.value() / unit.size())})
                .toList());
        sheet.line(path, new Mark.Line(Palette.series(position), 2.4, position < Palette.SERIES ? 0 : 7));
        Asked.Point last = last(series.get(position));
        sheet.fill(dot(plot.x(last.year()), plot.y(last.value() / unit.size()), 3.5), Palette.series(position));
    }

    private void drawWanted(Sheet sheet, Plot plot, Words.Unit unit) {
        for (int i = 0; i < series.size(); i++) {
            Color color = Palette.series(i);
            series.get(i).wanted().forEach(point -> plot.drawTarget(sheet, point, unit, color));
        }
    }

    static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}

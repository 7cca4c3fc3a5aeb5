package org.kapok.report.picture;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kapok.core.Population;
import org.kapok.demand.Demand;
import org.kapok.demand.DrawnDemand;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;

/** What share of futures lies how far from their middle, by year. */
final class Fan implements Chart {
    private static final double[] TOLD = {0.975, 0.9, 0.5, 0.1, 0.025};
    private static final double[][] BANDS = {{0.025, 0.975}, {0.1, 0.9}, {0.25, 0.75}};
    private static final double[] SHADES = {0.82, 0.64, 0.4};
    private static final Color COLOR = Palette.series(0);
    private static final Mark.Line SUPPLY = new Mark.Line(Palette.INK, 2, 6);

    private final EnsembleRun run;
    private final Subject subject;
    private final List<Quantiles> spreads; // by step
    private final OptionalDouble base;

    private Fan(EnsembleRun run, Subject subject, IntFunction<Quantiles> spread, OptionalDouble base) {
        this.run = run;
        this.subject = subject;
        this.spreads = IntStream.range(0, run.steps()).mapToObj(spread).toList();
        this.base = base;
    }

    /**
     * What a fan is of.
     *
     * @param name what it is called
     * @param area where
     * @param unit what of it is counted, given the largest number
     * @param wanted targets for it
     * @param supply what there is of it, where that is known
     */
    private record Subject(
            Function<Words, String> name,
            String area,
            BiFunction<Words, Double, Words.Unit> unit,
            List<Asked.Point> wanted,
            List<Asked.Point> supply) {}

    private static Fan ofMeasure(EnsembleRun run, int position) {
        EnsembleRun.Measured measured = run.measured().get(position);
        Scenario scenario = run.scenario();
        Population people = scenario.inputs().base();
        Count count = measured.count();
        boolean stock = count.kind() == Count.Kind.PEOPLE;
        Function<Words, String> name =
                words -> words.aged(words.measure(scenario, measured.measure()), measured.band());
        BiFunction<Words, Double, Words.Unit> unit = (words, most) -> {
            Words.Unit persons = words.persons(most);
            return stock ? persons : new Words.Unit(persons.size(), words.of("a_year", persons.name()));
        };
        return new Fan(
                run,
                new Subject(name, measured.area(), unit, targets(scenario, measured), List.of()),
                step -> run.spread(position, step),
                stock ? OptionalDouble.of(people.total(count.people(), measured.area())) : OptionalDouble.empty());
    }

    private static List<Asked.Point> targets(Scenario scenario, EnsembleRun.Measured measured) {
        return scenario.targets().stream()
                .filter(target -> target.measure().id().equals(measured.measure())
                        && target.area().equals(measured.area())
                        && target.fromAge() == measured.band().from()
                        && target.toAge() == measured.band().to()
                        && target.shareOf().isEmpty())
                .map(target -> new Asked.Point(Asked.year(scenario, target.date()), target.value()))
                .toList();
    }

    /**
     * The fan of the demand for a service, with its supply.
     *
     * @throws IllegalArgumentException for a service, path or area that the ensemble does not tell of
     */
    static Fan ofService(EnsembleRun run, Demand.Of of, String area) {
        List<Demand.Of> known = run.services().map(DrawnDemand::of).orElse(List.of());
        List<String> areas = run.services().map(DrawnDemand::areas).orElse(List.of());
        int position = known.indexOf(of);
        int place = areas.indexOf(area);
        if (position < 0 || place < 0) {
            throw new IllegalArgumentException("Picture.fanOfDemand: got service \"" + of.service() + "\" by "
                    + of.path().label() + " in area \"" + area + "\", expected a service of "
                    + known.stream().map(Demand.Of::service).distinct().toList() + " in an area of " + areas);
        }
        Scenario scenario = run.scenario();
        List<Asked.Point> supply = new ArrayList<>();
        for (int step = 0; step < run.steps(); step++) {
            int year = run.dateAfter(step).getYear();
            run.supply(position, place, step).ifPresent(units -> supply.add(new Asked.Point(year, units)));
        }
        Function<Words, String> name =
                words -> words.of("fan." + of.path().label(), words.title(scenario, "service", of.service()));
        return new Fan(
                run,
                new Subject(
                        name,
                        area,
                        (words, most) -> words.units(most, words.unit(scenario, of.service())),
                        List.of(),
                        supply),
                step -> run.serviceSpread(position, place, step),
                OptionalDouble.empty());
    }

    /**
     * The fan of a measure, area and band that an ensemble tells of.
     *
     * @throws IllegalArgumentException for any other
     */
    static Fan of(EnsembleRun run, String measure, String area, AgeBand band) {
        for (int position = 0; position < run.measured().size(); position++) {
            EnsembleRun.Measured each = run.measured().get(position);
            if (each.measure().equals(measure)
                    && each.area().equals(area)
                    && each.band().equals(band)) {
                return ofMeasure(run, position);
            }
        }
        throw new IllegalArgumentException("Picture.fan: got measure \"" + measure + "\", area \"" + area + "\", ages "
                + band + "; expected a measure of " + told(run, EnsembleRun.Measured::measure) + ", an area of "
                + told(run, EnsembleRun.Measured::area) + " and ages of " + told(run, EnsembleRun.Measured::band)
                + ", flows of all ages");
    }

    private static List<Object> told(EnsembleRun run, Function<EnsembleRun.Measured, Object> part) {
        return run.measured().stream()
                .map(part)
                .distinct()
                .map(each -> each.equals("") ? "\"\"" : each)
                .toList();
    }

    @Override
    public Captions captions(Words words) {
        Scenario scenario = run.scenario();
        String title = words.of(
                "fan.title",
                words.area(scenario, subject.area()),
                subject.name().apply(words),
                Integer.toString(firstYear()),
                Integer.toString(year(run.steps() - 1)));
        String subtitle =
                words.scenario(scenario) + words.of("in_unit", unit(words).name());
        String note = words.of("fan.note", words.number(run.draws(), 0), Long.toString(run.seed()));
        Captions captions = new Captions(title, subtitle, words.sentences(note, Sources.of(words, scenario)));
        return ticks(words).first() == 0
                ? captions
                : captions.withNote(words.sentences(captions.note(), words.of("not_from_zero")));
    }

    private int year(int step) {
        return run.dateAfter(step).getYear();
    }

    private int firstYear() {
        return base.isPresent() ? run.scenario().inputs().base().date().getYear() : year(0);
    }

    private DoubleStream extremes() {
        DoubleStream drawn = spreads.stream().flatMapToDouble(each -> DoubleStream.of(each.at(0.025), each.at(0.975)));
        DoubleStream told = Stream.concat(subject.wanted().stream(), subject.supply().stream())
                .mapToDouble(Asked.Point::value);
        return DoubleStream.concat(DoubleStream.concat(drawn, base.stream()), told);
    }

    private Words.Unit unit(Words words) {
        return subject.unit().apply(words, extremes().map(Math::abs).max().orElse(0));
    }

    private Ticks ticks(Words words) {
        return Lines.range(extremes().min().orElse(0), extremes().max().orElse(0), unit(words));
    }

    @Override
    public void draw(Sheet sheet, Rectangle2D body) {
        Words words = sheet.words();
        Words.Unit unit = unit(words);
        Ticks ticks = ticks(words);
        Rectangle2D room = Legend.draw(sheet, keys(words), body);
        List<String> told = DoubleStream.of(TOLD)
                .mapToObj(share ->
                        label(words, share, spreads.get(spreads.size() - 1).at(share) / unit.size()))
                .toList();
        double right = sheet.widest(told, Sheet.PLAIN.inBold()) + EndLabels.APART;
        Plot plot = Plot.in(sheet, room, new double[] {firstYear(), year(run.steps() - 1)}, ticks, right);
        plot.drawAxes(sheet);
        for (int band = 0; band < BANDS.length; band++) {
            Color color = Palette.lighter(COLOR, SHADES[band]);
            sheet.fill(band(plot, unit, BANDS[band][0], BANDS[band][1]), color);
        }
        sheet.line(Sheet.through(points(plot, unit, 0.5)), Mark.Line.of(COLOR, 2.4));
        plot.drawYears(sheet, years());
        drawEnds(sheet, plot, unit, told);
        drawSupply(sheet, plot, unit);
        subject.wanted().forEach(point -> plot.drawTarget(sheet, point, unit, Palette.INK));
    }

    private List<Legend.Key> keys(Words words) {
        List<Legend.Key> keys = new ArrayList<>();
        keys.add(new Legend.Stroke(words.of("fan.median"), Mark.Line.of(COLOR, 2.4)));
        for (int band = BANDS.length - 1; band >= 0; band--) {
            String share = words.percent(BANDS[band][1] - BANDS[band][0], 0);
            keys.add(new Legend.Swatch(words.of("fan.band", share), List.of(Palette.lighter(COLOR, SHADES[band]))));
        }
        if (!subject.supply().isEmpty()) {
            keys.add(new Legend.Stroke(words.of("supply"), SUPPLY));
        }
        return keys;
    }

    private static String label(Words words, double share, double value) {
        String figure = words.figure(value);
        return share == 0.5
                ? words.of("fan.middle", figure)
                : words.of("fan.share", words.percent(share, share * 100 % 1 == 0 ? 0 : 1), figure);
    }

    private List<Integer> years() {
        return IntStream.range(base.isPresent() ? -1 : 0, run.steps())
                .mapToObj(step -> step < 0 ? firstYear() : year(step))
                .toList();
    }

    private List<double[]> points(Plot plot, Words.Unit unit, double share) {
        List<double[]> points = new ArrayList<>();
        base.ifPresent(value -> points.add(new double[] {plot.x(firstYear()), plot.y(value / unit.size())}));
        for (int step = 0; step < run.steps(); step++) {
            points.add(
                    new double[] {plot.x(year(step)), plot.y(spreads.get(step).at(share) / unit.size())});
        }
        return points;
    }

    private Path2D band(Plot plot, Words.Unit unit, double low, double high) {
        List<double[]> around = points(plot, unit, high);
        List<double[]> below = points(plot, unit, low);
        for (int i = below.size() - 1; i >= 0; i--) {
            around.add(below.get(i));
        }
        Path2D path = Sheet.through(around);
        path.closePath();
        return path;
    }

    private void drawEnds(Sheet sheet, Plot plot, Words.Unit unit, List<String> told) {
        List<EndLabels.End> ends = new ArrayList<>();
        Quantiles last = spreads.get(spreads.size() - 1);
        for (int i = 0; i < TOLD.length; i++) {
            Mark.Type type = TOLD[i] == 0.5 ? Sheet.PLAIN.inBold().in(COLOR) : Sheet.SMALL;
            ends.add(new EndLabels.End(List.of(told.get(i)), plot.y(last.at(TOLD[i]) / unit.size()), type));
        }
        plot.drawEnds(sheet, ends);
    }

    private void drawSupply(Sheet sheet, Plot plot, Words.Unit unit) {
        if (!subject.supply().isEmpty()) {
            List<double[]> points = subject.supply().stream()
                    .map(point -> new double[] {plot.x(point.year()), plot.y(point.value() / unit.size())})
                    .toList();
            sheet.line(Sheet.through(points), SUPPLY);
        }
    }
}

package org.kapok.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.RegionMap;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/**
 * A value of each region, for a map.
 *
 * @param run whose regions
 * @param captions the words around the map
 * @param values by region, in the order of results
 * @param kind what they are
 */
record MapValues(ScenarioRun run, Function<Words, Captions> captions, List<Double> values, Kind kind) {
    /** What values are, and so how they are told. */
    enum Kind {
        PERSONS,
        PERSONS_A_YEAR,
        YEARS,
        SHARE,
        CHANGE
    }

    /**
     * The map of the scenario with these values.
     *
     * @throws IllegalArgumentException if the scenario has none, or none of all regions
     */
    Chart onMap() {
        RegionMap map = run.scenario()
                .map()
                .orElseThrow(() -> new IllegalArgumentException("Picture.map: got scenario "
                        + run.scenario().id() + ", expected one that says where its regions lie"));
        return new Choropleth(this, map);
    }

    /** A measure of a year. */
    static MapValues of(ScenarioRun run, String measure, int year) {
        Projection projection = run.projection();
        List<Double> values = new ArrayList<>();
        Measure asked = Asked.of(projection, measure, "").measure();
        Population people = asked.isStock() ? projection.in(year) : projection.at(0);
        for (Region region : projection.space().regions()) {
            Asked of = new Asked(asked, region.id());
            values.add(
                    asked.isStock()
                            ? asked.in(projection, region.id(), people.date(), 0, Selection.OPEN)
                            : of.inYear(projection, year));
        }
        Function<Words, String> what = words -> words.measure(run.scenario(), measure);
        return new MapValues(run, captions(run, what, year), values, kind(asked));
    }

    private static Kind kind(Measure measure) {
        if (measure.kind() == Measure.Kind.LIFE_EXPECTANCY) {
            return Kind.YEARS;
        }
        return measure.isStock() ? Kind.PERSONS : Kind.PERSONS_A_YEAR;
    }

    /** The share of a band among residents. */
    static MapValues share(ScenarioRun run, AgeBand ages, int year) {
        Population people = run.projection().in(year);
        double[] all = people.byRegion(Selection.residents());
        double[] band = people.byRegion(Selection.residents().aged(ages.from(), ages.to()));
        List<Double> values = new ArrayList<>();
        for (int region = 0; region < all.length; region++) {
            values.add(all[region] > 0 ? band[region] / all[region] : 0);
        }
        Function<Words, String> what = words -> words.of("map.share", words.ages(ages));
        return new MapValues(run, captions(run, what, year), values, Kind.SHARE);
    }

    /** The change of a measure of people since the base date, as a share of what it was. */
    static MapValues change(ScenarioRun run, String measure, int year) {
        Projection projection = run.projection();
        Measure asked = Asked.of(projection, measure, "").measure();
        if (!asked.isStock()) {
            throw new IllegalArgumentException(
                    "Picture.mapOfChange: got measure \"" + measure + "\", expected one of people at a date");
        }
        List<Double> values = new ArrayList<>();
        for (Region region : projection.space().regions()) {
            double before = asked.in(projection, region.id(), projection.dates().get(0), 0, Selection.OPEN);
            double after = asked.in(projection, region.id(), projection.in(year).date(), 0, Selection.OPEN);
            values.add(before > 0 ? after / before - 1 : 0);
        }
        String base = Integer.toString(projection.dates().get(0).getYear());
        Function<Words, Captions> captions = words -> new Captions(
                words.of(
                        "map.change",
                        words.area(run.scenario(), ""),
                        words.measure(run.scenario(), measure),
                        base,
                        Integer.toString(year)),
                words.scenario(run.scenario()),
                Sources.of(words, run.scenario()));
        return new MapValues(run, captions, values, Kind.CHANGE);
    }

    private static Function<Words, Captions> captions(ScenarioRun run, Function<Words, String> what, int year) {
        Scenario scenario = run.scenario();
        return words -> new Captions(
                words.of("map.title", words.area(scenario, ""), what.apply(words), Integer.toString(year)),
                words.scenario(scenario),
                Sources.of(words, scenario));
    }
}

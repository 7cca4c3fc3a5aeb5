package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.Component;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.ProjectionInputs;
import org.kapok.projection.StatusTransition;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.CubeTable;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;
import org.kapok.scenario.table.TableSpec;

/** Reads what a projection needs: the cells, the base population and the assumptions. */
final class InputsReader {
    /** The most steps of a projection. */
    private static final int LONGEST = 100;
    /** What has no name of its own that could be read. */
    private static final String NAMELESS = "?";

    private final Layers layers;
    private final Problems problems;
    private final StandIns standIns;
    private final CellSpace space;
    private final LocalDate baseDate;
    private final int lastYear;
    private final QuantityReader quantities;
    private final Cube persons;
    private final Optional<Cube> mx; // or survival itself
    private final Optional<Cube> givenSurvival;
    private final Optional<Cube> givenOpenAge;
    private final Optional<Cube> births;
    private final Cube asfr;
    private final Cube srb;
    private final SurvivalReader survival;
    private final Optional<ExternalMigration> external;
    private final Optional<InternalMigration> internal;
    private final List<StatusTransition> transitions;
    private final Optional<Cube> newborns;
    private final Optional<Cube> ruralShare;
    private final Convention convention;

    /** Reads everything; what has problems is of no use afterwards. {@code regions} come from their own table. */
    InputsReader(Layers layers, List<Region> regions, Problems problems) {
        this.layers = layers;
        this.problems = problems;
        this.standIns = layers.standIns(); // for cells and years that cannot be read, as all tables are about them
        LocalDate stated = layers.at("base_date").value().date();
        boolean dated = !stated.equals(LocalDate.MIN);
        int before = problems.count();
        AgeGroups ages = ages();
        boolean known = dated && problems.count() == before;
        List<Status> statuses = statuses();
        this.baseDate = dated ? stated : standIns.of(LocalDate.of(1950, 1, 1), LocalDate.of(2050, 7, 1));
        this.lastYear = lastYear(known, ages.uniformWidth());
        this.space = new CellSpace(regions, statuses, ages);
        List<Axis> axes = axes();
        this.quantities = new QuantityReader(layers, axes, problems);
        this.persons = population();
        // Infants die by rates of their own, so five-year groups take theirs from the abridged table.
        AgeGroups lifeTableAges = ages.uniformWidth() == 1 ? ages : AgeGroups.abridged(ages.start(ages.open()));
        List<Axis> lifeTableAxes = new ArrayList<>(axes);
        lifeTableAxes.set(axes.size() - 1, Axis.ages(lifeTableAges));
        this.convention = convention();
        this.givenSurvival = quantities.readOptional("mortality", "survival");
        this.givenOpenAge = quantities.readOptional("mortality", "open_age_survival");
        requireOpenAge();
        refuse(givenSurvival.isPresent() ? List.of("mx", "life_expectancy") : List.of("open_age_survival"));
        this.mx = givenSurvival.isPresent()
                ? Optional.empty()
                : Optional.of(new QuantityReader(layers, lifeTableAxes, problems).read("mortality", "mx"));
        this.asfr = quantities.read("fertility", "asfr");
        this.srb = quantities.read("fertility", "sex_ratio_at_birth");
        this.births = quantities.readOptional("fertility", "births");
        this.survival = new SurvivalReader(layers, lifeTableAxes, lifeTableAges, space, convention);
        MigrationReader migration = new MigrationReader(layers, axes, problems);
        this.external = migration.external();
        this.internal = migration.internal();
        this.transitions = transitions();
        this.ruralShare = new QuantityReader(layers, populationAxes(), problems).readOptional("urban", "rural_share");
        this.newborns = new NewbornReader(layers, axes.get(0), space.statuses(), problems).read();
    }

    int lastYear() {
        return lastYear;
    }

    CellSpace space() {
        return space;
    }

    /** The axes of flows, years first. */
    private List<Axis> axes() {
        return axes(space);
    }

    /** The axes of flows between regions drawn anew, years first. */
    List<Axis> axes(CellSpace space) {
        List<Axis> axes = new ArrayList<>(space.axes());
        axes.add(0, CohortComponent.flowYears(baseDate, lastYear, space.ages().uniformWidth()));
        return axes;
    }

    /** The measures of a projection from what was read, with regions drawn anew. */
    List<Measure> measures(CellSpace space) {
        return Measure.of(space, transitionIds(), ruralShare.isPresent());
    }

    /** The components of a projection from what was read. */
    List<Component> components() {
        return Component.of(external.isPresent(), internal.isPresent(), transitionIds(), ruralShare.isPresent());
    }

    private List<String> transitionIds() {
        return transitions.stream().map(StatusTransition::id).toList();
    }

    LocalDate baseDate() {
        return baseDate;
    }

    /** The inputs, from tables without problems. */
    ProjectionInputs inputs() {
        SurvivalReader.Ratios ratios = mx.map(rates -> survival.ratios(rates, srb))
                .orElseGet(() -> new SurvivalReader.Ratios(givenSurvival.orElseThrow(), givenOpenAge));
        ProjectionInputs inputs = ProjectionInputs.of(
                        Population.of(
                                space, baseDate, persons.along(space.axes()).toArray()),
                        ratios.survival(),
                        asfr,
                        srb)
                .withConvention(convention)
                .withTransitions(transitions);
        problems.throwIfAny();
        inputs = ratios.openAge().map(inputs::withOpenAgeSurvival).orElse(inputs);
        inputs = births.map(inputs::withBirths).orElse(inputs);
        inputs = external.map(inputs::withExternal).orElse(inputs);
        inputs = internal.map(inputs::withInternal).orElse(inputs);
        inputs = ruralShare.map(inputs::withRuralShare).orElse(inputs);
        return newborns.map(inputs::withNewbornStatus).orElse(inputs);
    }

    /** Year of populations, region and status. */
    private List<Axis> populationAxes() {
        List<Axis> axes = new ArrayList<>(space.axes().subList(0, 2));
        axes.add(0, populationYears());
        return axes;
    }

    /** The years of populations. */
    Axis populationYears() {
        List<String> years = new ArrayList<>();
        for (int year = baseDate.getYear();
                year <= lastYear;
                year += space.ages().uniformWidth()) {
            years.add(Integer.toString(year));
        }
        return new Axis(Axis.YEAR, years);
    }

    private int lastYear(boolean known, int width) {
        int before = problems.count();
        JsonCursor value = layers.at("last_year").value();
        int first = baseDate.getYear();
        int last = known ? value.integer(first + width, first + LONGEST * width) : value.integer(1, 9999);
        if (known && (last - first) % width != 0) {
            value.report("got " + last + ", expected a whole number of steps of " + width + " years after " + first);
        }
        return known && problems.count() == before ? last : standIns.of(first + width, first + 2 * width);
    }

    private AgeGroups ages() {
        int before = problems.count();
        JsonCursor ages = layers.at("ages").value();
        int width = ages.at("width").integer(1, 5);
        int open = ages.at("open").integer(10, 130);
        if (width != 1 && width != 5) {
            ages.at("width").report("got " + width + ", expected one of [1,5]");
        } else if (problems.count() == before && width == 5 && (open % width != 0 || open < 20)) {
            ages.report("got width " + width + " and open age " + open
                    + ", expected width 1, or width 5 and an open age of 20, 25, 30 ...");
        }
        return problems.count() == before
                ? AgeGroups.uniform(width, open)
                : standIns.of(AgeGroups.singleYears(100), AgeGroups.uniform(5, 20));
    }

    private List<Status> statuses() {
        List<Status> statuses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        JsonCursor value = layers.at("statuses").value();
        List<JsonCursor> items = value.items();
        if (value.isArray() && items.isEmpty()) {
            value.report("got no statuses, expected 1 or more");
        }
        for (JsonCursor item : items) {
            String id = item.at("id").text();
            item.optional("title").ifPresent(title -> ScenarioFolder.text(title));
            Status status = new Status(id.isEmpty() ? NAMELESS : id, flag(item, "resident"), flag(item, "registered"));
            if (!id.isEmpty() && !seen.add(id)) {
                item.report("got status \"" + id + "\" twice, expected each once");
            } else if (!id.isEmpty()) {
                statuses.add(status);
            }
        }
        boolean known = items.stream().allMatch(JsonCursor::isObject) && statuses.size() == items.size();
        return known && !statuses.isEmpty()
                ? statuses
                : standIns.of(
                        statuses.isEmpty() ? List.of(new Status(NAMELESS, true, true)) : statuses,
                        List.of(new Status("??", true, true)));
    }

    private boolean flag(JsonCursor item, String key) {
        int before = problems.count();
        boolean flag = item.at(key).flag();
        return problems.count() == before ? flag : standIns.of(true, false);
    }

    /** Persons; every axis with more than one label must be in the table, or people would be counted twice. */
    private Cube population() {
        List<Axis> axes = space.axes();
        TableSpec spec = TableSpec.over(axes.toArray(Axis[]::new))
                .value("persons", Range.atLeast(0, "persons"))
                .note("source", "note");
        for (Axis axis : axes) {
            spec = axis.size() > 1 ? spec.requiring(axis.name()) : spec;
        }
        return CubeTable.read(layers.file(layers.at("population")), spec, problems)
                .getOrDefault("persons", Cube.of(List.of(), 0));
    }

    private List<StatusTransition> transitions() {
        Optional<Layers.Found> found = layers.optional("transitions");
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, StatusTransition> transitions = new LinkedHashMap<>();
        List<JsonCursor> items = found.get().value().items();
        for (JsonCursor item : items) {
            String id = item.at("id").text();
            item.optional("title").ifPresent(title -> ScenarioFolder.text(title));
            if (!id.isEmpty() && transitions.containsKey(id)) {
                item.at("id").report("got transition \"" + id + "\" twice, expected each once");
            }
            StatusTransition read =
                    transition(id.isEmpty() ? NAMELESS : id, item, found.get().layer());
            transitions.put(read.id(), read);
        }
        List<StatusTransition> all = List.copyOf(transitions.values());
        boolean known =
                all.size() == items.size() && found.get().value().isArray() && !transitions.containsKey(NAMELESS);
        return known ? all : standIns.of(all, List.of());
    }

    private StatusTransition transition(String id, JsonCursor item, int layer) {
        int before = problems.count();
        List<String> ids = space.statuses().stream().map(Status::id).toList();
        String from = item.at("from").oneOf(ids);
        String to = item.at("to").oneOf(ids);
        if (problems.count() == before && from.equals(to)) {
            item.report("got a transition from " + from + " to itself, expected two statuses");
        }
        Cube rate = quantities.read(layer, item.at("rate"));
        return problems.count() == before
                ? new StatusTransition(id, from, to, rate)
                : new StatusTransition(id, NAMELESS, "??", Cube.of(List.of(), 0)); // of use for its id alone
    }

    private void requireOpenAge() {
        boolean apart = convention.openAge() == Convention.OpenAge.APART;
        if (givenSurvival.isPresent() && apart != givenOpenAge.isPresent()) {
            layers.at("mortality")
                    .value()
                    .report("got " + (apart ? "no" : "an") + " open_age_survival under " + convention.id()
                            + ", expected " + (apart ? "it" : "none") + " beside survival");
        }
    }

    /** Of survival ratios and death rates only one can hold. */
    private void refuse(List<String> keys) {
        for (String key : keys) {
            layers.optional("mortality", key)
                    .ifPresent(found -> found.value()
                            .report("got " + key + (givenSurvival.isPresent() ? " beside" : " without")
                                    + " survival, expected either mx, with life_expectancy or not, or survival, with"
                                    + " open_age_survival or not"));
        }
    }

    private Convention convention() {
        List<String> ids = Convention.presets().stream().map(Convention::id).toList();
        int before = problems.count();
        String id = layers.at("convention").value().oneOf(ids);
        return problems.count() == before
                ? Convention.presets().get(ids.indexOf(id))
                : standIns.of(Convention.UN_WPP_2024, Convention.FSO_TWO_STATUS);
    }
}

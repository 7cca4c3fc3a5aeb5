package org.kapok.projection.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Status;
import org.kapok.projection.Convention;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.InternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.ProjectionInputs;

/** Merging and splitting regions: weighted means by hand, and what must not change. */
class BoundaryTest {
    private static final double SAME = 1e-9; // of each number
    private static final int STEPS = 12;
    private static final City CITY = City.of("i1", "o1", "i2", "o2");
    private static final Region WEST = new Region("west", "outer");
    private static final Region EAST = new Region("east", "outer");
    private static final Boundary SPLIT = new Boundary.Split(
            "split",
            "o1",
            List.of(
                    new Boundary.Part(WEST, byStatus(0.3, 0.6, 0.25)),
                    new Boundary.Part(EAST, byStatus(0.7, 0.4, 0.75))));
    private static final Boundary BACK = new Boundary.Merge("back", new Region("o1", "outer"), List.of("east", "west"));

    /** The forms that moves between regions take. */
    enum Form {
        POOL,
        ORIGIN_DESTINATION,
        CORRIDORS
    }

    static Stream<Convention> conventions() {
        return Convention.presets().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("conventions")
    void merge_equalRates_isTheSumAtEveryDate(Convention convention) {
        ProjectionInputs inputs = CITY.withSameRates().inputs(convention);
        Projection districts = City.project(inputs, STEPS);
        List<String> whole = List.of("i1", "o1", "i2", "o2");
        Projection city = City.project(new Boundary.Merge("all", WEST, whole).applyTo(inputs), STEPS);
        Projection some = City.project(new Boundary.Merge("two", WEST, List.of("o2", "o1")).applyTo(inputs), STEPS);

        assertThat(some.space().regions().stream().map(Region::id)).containsExactly("i1", "west", "i2");
        for (int date = 0; date <= STEPS; date++) {
            Cube people = districts.at(date).toCube();
            assertSame(city.at(date).toCube().select(Axis.REGION, "west"), people.sumOver(Axis.REGION));
            assertSame(some.at(date).toCube().select(Axis.REGION, "west"), sum(people, "o1", "o2"));
            assertSame(some.at(date).toCube().select(Axis.REGION, "i2"), people.select(Axis.REGION, "i2"));
        }
        assertSame(city.births().sumOver(Axis.REGION), districts.births().sumOver(Axis.REGION));
        assertThat(city.accounts()).isLessThan(1e-8);
        assertThat(some.accounts()).isLessThan(1e-8);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Form.class)
    void merge_otherRates_keepsThePeopleWhoMoveInTheFirstYear(Form form) {
        Convention convention = Convention.UN_WPP_2024.with(Convention.Migration.END, Convention.Rates.START);
        ProjectionInputs inputs = moving(CITY, form, convention);
        ProjectionInputs merged = new Boundary.Merge("two", WEST, List.of("i1", "o2")).applyTo(inputs);
        Projection before = City.project(inputs, 5);
        Projection after = City.project(merged, 5);

        for (Flow flow : List.of(Flow.ARRIVALS, Flow.DEPARTURES)) {
            Cube own = byAge(after.flows(flow).select(Axis.YEAR, "2021"));
            Cube parts = byAge(before.flows(flow).select(Axis.YEAR, "2021"));
            assertSame(own.select(Axis.REGION, "west"), sum(parts, "i1", "o2"));
            assertSame(own.select(Axis.REGION, "i2"), parts.select(Axis.REGION, "i2"));
        }
        assertSame(leaving(merged).select(Axis.REGION, "west"), sum(leaving(inputs), "i1", "o2"));
        if (form == Form.ORIGIN_DESTINATION) {
            assertSame(entering(merged).select(Axis.REGION, "west"), sum(entering(inputs), "i1", "o2"));
            assertSame(
                    entering(merged).select(Axis.REGION, "i2"), entering(inputs).select(Axis.REGION, "i2"));
        }
        assertThat(after.accounts()).isLessThan(1e-8);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Form.class)
    void split_parts_addUpToTheWholeAtEveryDate(Form form) {
        ProjectionInputs inputs = moving(CITY, form, Convention.UN_WPP_2024);
        Projection before = City.project(inputs, STEPS);
        Projection after = City.project(SPLIT.applyTo(inputs), STEPS);

        assertThat(after.space()).isEqualTo(SPLIT.applyTo(inputs.base().space()));
        assertThat(after.space().regions().stream().map(Region::id)).containsExactly("i1", "west", "east", "i2", "o2");
        for (int date = 0; date <= STEPS; date++) {
            Cube people = before.at(date).toCube();
            Cube parts = after.at(date).toCube();
            assertSame(sum(parts, "west", "east"), people.select(Axis.REGION, "o1"));
            assertSame(parts.select(Axis.REGION, "o2"), people.select(Axis.REGION, "o2"));
        }
        assertThat(after.accounts()).isLessThan(1e-8);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Form.class)
    void splitThenMerge_anyRates_givesTheOriginalBack(Form form) {
        Cube given = Cube.generate(CITY.space().axes().subList(0, 2), at -> 100 + 10 * at[0] + at[1]);
        ProjectionInputs inputs = moving(CITY, form, Convention.WHELDON).withBirths(given);
        ProjectionInputs back = BACK.applyTo(SPLIT.applyTo(inputs));

        assertThat(back.base().space()).isEqualTo(inputs.base().space());
        assertSame(back.base().toCube(), inputs.base().toCube());
        assertThat(back.survival()).isEqualTo(inputs.survival());
        assertThat(back.asfr()).isEqualTo(inputs.asfr());
        assertThat(back.srb()).isEqualTo(inputs.srb());
        assertThat(back.ruralShare()).isEqualTo(inputs.ruralShare());
        assertThat(back.transitions()).isEqualTo(inputs.transitions());
        assertThat(back.openAgeSurvival()).isEqualTo(inputs.openAgeSurvival());
        assertSame(back.births().orElseThrow(), given);
        ExternalMigration external = inputs.external().orElseThrow();
        assertSame(back.external().orElseThrow().arrivals(), external.arrivals());
        assertThat(back.external().orElseThrow().departureRate()).isEqualTo(external.departureRate());
        InternalMigration internal = inputs.internal().orElseThrow();
        Cube shares = back.internal().orElseThrow().destinationShare();
        List<Axis> axes = new ArrayList<>(shares.axes());
        assertSame(shares, internal.destinationShare().along(axes));
        assertSame(
                City.project(back, STEPS).populations(),
                City.project(inputs, STEPS).populations());
    }

    @Test
    void merge_corridors_areTheSameAsAFullTable() {
        Boundary merge = new Boundary.Merge("two", WEST, List.of("i1", "o2"));
        ProjectionInputs listed = moving(CITY, Form.CORRIDORS, Convention.UN_EVEN);
        ProjectionInputs full = moving(CITY, Form.ORIGIN_DESTINATION, Convention.UN_EVEN);

        assertSame(
                City.project(merge.applyTo(listed), STEPS).populations(),
                City.project(merge.applyTo(full), STEPS).populations());
        assertSame(
                City.project(SPLIT.applyTo(listed), STEPS).populations(),
                City.project(SPLIT.applyTo(full), STEPS).populations());
        assertThat(merge.applyTo(listed)
                        .internal()
                        .orElseThrow()
                        .destinationShare()
                        .axis(InternalMigration.CORRIDOR)
                        .labels())
                .containsExactly(
                        "west>west", "west>o1", "west>i2", "o1>west", "o1>o1", "o1>i2", "i2>west", "i2>o1", "i2>i2");
    }

    @Test
    void merge_twoRegionsByHand_weighsByThoseWhomRatesApplyTo() {
        AgeGroups ages = new AgeGroups(List.of(0, 30, 60));
        CellSpace space = new CellSpace(
                List.of(new Region("a", ""), new Region("b", "")), List.of(new Status("all", true, true)), ages);
        Axis regions = Axis.regions(space.regions());
        List<Axis> byAge = List.of(regions, Axis.ages(ages));
        // Women 0, 100, 0 and men 20, 60, 0 in a; women 0, 300, 0 and men 60, 20, 0 in b.
        Population base = Population.of(space, LocalDate.of(2020, 1, 1), 0, 100, 0, 20, 60, 0, 0, 300, 0, 60, 20, 0);
        ProjectionInputs inputs = ProjectionInputs.of(
                        base,
                        Cube.of(byAge, 0.9, 0.8, 0.2, 0.5, 0.9, 0.4),
                        Cube.of(byAge, 0, 0.1, 0, 0, 0.2, 0),
                        Cube.of(List.of(regions), 1.05, 1.12))
                .withExternal(ExternalMigration.counts(Cube.of(List.of(Axis.ages(ages)), 1, 2, 3), City.none()));
        ProjectionInputs merged = new Boundary.Merge("ab", new Region("a", ""), List.of("a", "b")).applyTo(inputs);

        // 20 and 60 people; 160 and 320 people; nobody, so the plain mean
        assertThat(merged.survival().toArray())
                .containsExactly(
                        new double[] {(20 * 0.9 + 60 * 0.5) / 80, (160 * 0.8 + 320 * 0.9) / 480, 0.3}, within(1e-12));
        assertThat(merged.asfr().toArray()).containsExactly(new double[] {0, 0.175, 0}, within(1e-12));
        // 10 births and 60
        assertThat(merged.srb().toArray()).containsExactly(new double[] {1.11}, within(1e-12));
        assertThat(merged.external().orElseThrow().arrivals())
                .isEqualTo(Cube.of(List.of(Axis.regions(List.of(new Region("a", ""))), Axis.ages(ages)), 2, 4, 6));
        assertThat(merged.base().toCube().toArray()).containsExactly(0, 400, 0, 80, 80, 0);
    }

    @Test
    void split_countToldOnceForAll_isSharedOut() {
        ProjectionInputs inputs = CITY.inputs(Convention.UN_EVEN)
                .withExternal(ExternalMigration.counts(Cube.of(List.of(), 4), City.none()));
        Cube arrivals = SPLIT.applyTo(inputs).external().orElseThrow().arrivals();

        assertThat(arrivals.axes())
                .containsExactlyElementsOf(SPLIT.applyTo(CITY.space()).axes().subList(0, 2));
        assertThat(arrivals.toArray())
                .containsExactly(new double[] {4, 4, 4, 1.2, 2.4, 1, 2.8, 1.6, 3, 4, 4, 4, 4, 4, 4}, within(1e-12));
    }

    @Test
    void boundary_whatCannotBe_isRefused() {
        CellSpace space = CITY.space();
        assertThatThrownBy(() -> new Boundary.Merge("m", WEST, List.of("i1", "x")).applyTo(space))
                .hasMessage("Merge m, regions: got x, expected one of [i1, o1, i2, o2]");
        assertThatThrownBy(() -> new Boundary.Merge("m", WEST, List.of("i1", "i1")))
                .hasMessage("Merge m, regions: got [i1, i1], expected 2 or more, each once");
        assertThatThrownBy(() -> new Boundary.Merge("m", new Region("i2", ""), List.of("i1", "o1")).applyTo(space))
                .hasMessage("CellSpace.regions: got i2 twice");
        List<Boundary.Part> parts = List.of(Boundary.Part.of(WEST, 0.5), Boundary.Part.of(EAST, 0.4));
        assertThatThrownBy(() -> new Boundary.Split("s", "o1", parts))
                .hasMessage("Split s, parts: got shares adding up to 0.9, expected 1");
        assertThatThrownBy(() -> new Boundary.Split("s", "o1", List.of()))
                .hasMessage("Split s, parts: got shares adding up to 0.0, expected 1");
        List<Boundary.Part> uneven =
                List.of(new Boundary.Part(WEST, byStatus(0.5, 0.5, 0.5)), Boundary.Part.of(EAST, 0.6));
        assertThatThrownBy(() -> new Boundary.Split("s", "o1", uneven))
                .hasMessage("Split s, parts, status home: got shares adding up to 1.1, expected 1");
        assertThatThrownBy(() -> new Boundary.Split("s", "x", List.of(Boundary.Part.of(WEST, 1))).applyTo(space))
                .hasMessage("Split s, region: got x, expected one of [i1, o1, i2, o2]");
        assertThatThrownBy(() -> Boundary.Part.of(WEST, 1.2))
                .hasMessage("Part west, share: got 1.2, expected a finite value of 0.0 to 1.0");
    }

    private static Cube byStatus(double... shares) {
        return Cube.of(List.of(Axis.statuses(City.STATUSES)), shares);
    }

    /** A city whose people move in one of the forms; corridors hold the numbers of the full table. */
    private static ProjectionInputs moving(City city, Form form, Convention convention) {
        ProjectionInputs inputs = city.inputs(convention);
        if (form == Form.POOL) {
            return inputs;
        }
        InternalMigration full = city.originDestination();
        if (form == Form.ORIGIN_DESTINATION) {
            return inputs.withInternal(full);
        }
        List<String> pairs = new ArrayList<>();
        for (String origin : city.districts()) {
            city.districts().forEach(entered -> pairs.add(InternalMigration.corridor(origin, entered)));
        }
        Cube shares = full.destinationShare();
        int regions = city.districts().size();
        Cube listed = Cube.generate(
                List.of(
                        new Axis(InternalMigration.CORRIDOR, pairs),
                        shares.axes().get(2)),
                at -> shares.at(at[0] / regions, at[0] % regions, at[1]));
        return inputs.withInternal(new InternalMigration(full.outRate(), listed));
    }

    /** People of the base population who leave each region by the rates, by age. */
    private static Cube leaving(ProjectionInputs inputs) {
        return byAge(
                inputs.base().toCube().times(inputs.internal().orElseThrow().outRate()));
    }

    /** Where they go. */
    private static Cube entering(ProjectionInputs inputs) {
        Cube leaving = leaving(inputs);
        List<Axis> axes = new ArrayList<>(leaving.axes());
        axes.set(0, new Axis(InternalMigration.ORIGIN, axes.get(0).labels()));
        return inputs.internal()
                .orElseThrow()
                .destinationShare()
                .times(Cube.of(axes, leaving.toArray()))
                .sumOver(InternalMigration.ORIGIN);
    }

    private static Cube byAge(Cube cells) {
        return cells.sumOver(Axis.STATUS).sumOver(Axis.SEX);
    }

    private static Cube sum(Cube cube, String one, String other) {
        Cube first = cube.select(Axis.REGION, one);
        Cube second = cube.select(Axis.REGION, other);
        return Cube.generate(first.axes(), at -> first.at(at) + second.at(at));
    }

    private static void assertSame(Cube actual, Cube expected) {
        assertThat(actual.axes()).isEqualTo(expected.axes());
        double[] values = actual.toArray();
        double[] others = expected.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            assertThat(values[cell])
                    .as("%s", actual.describe(cell))
                    .isCloseTo(others[cell], within(SAME * others[cell]));
        }
    }
}

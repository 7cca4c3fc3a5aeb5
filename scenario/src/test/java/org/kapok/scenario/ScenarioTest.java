package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Region;
import org.kapok.projection.Component;
import org.kapok.projection.change.Boundary;
import org.kapok.projection.change.Change;
import org.kapok.projection.change.FertilityLevel;
import org.kapok.projection.change.Scaling;
import org.kapok.projection.change.Scope;

/** Scenarios changed by a program are those that say the same in their folder. */
class ScenarioTest {
    private static final Component ARRIVALS = new Component(Component.Kind.ARRIVALS, "");

    @TempDir
    private Path folder;

    private SmallScenario small(String changes) {
        return SmallScenario.in(folder.resolve("s" + changes.hashCode()))
                .edit("scenario.json", "\"targets\": \"targets.csv\",", "\"changes\": [" + changes + "],");
    }

    private Scenario read(String changes) {
        return ScenarioFolder.read(small(changes).folder());
    }

    @Test
    void with_changes_runsAsTheFolderThatStatesThem() {
        Scenario stated = read("""
                {"id": "tfr", "change": "fertility_level", "tfr": {"2020": 0.4, "2022": 0.6}},
                {"id": "less", "change": "scaling", "flow": "arrivals", "factor": 0.5, "from": 2021, "regions": ["inner"]}
                """);

        Scenario plain = read("");
        Scenario changed = plain.with(
                new FertilityLevel("tfr", Scope.all(), plain.byYear(Map.of(2020, 0.4, 2022, 0.6))),
                new Scaling("less", ARRIVALS, Scope.since(2021).of("inner"), Cube.of(0.5)));

        assertThat(changed.run().projection().populations())
                .isEqualTo(stated.run().projection().populations());
        assertThat(changed.changes()).hasSize(2);
        assertThat(plain.changes()).isEmpty();
    }

    @Test
    void with_sameId_standsInPlaceOfTheEarlier() {
        Scenario twice = read("").with(new Scaling("less", ARRIVALS, Scope.all(), Cube.of(0.5)))
                .with(new Scaling("less", ARRIVALS, Scope.all(), Cube.of(0)));

        assertThat(twice.changes()).hasSize(1);
        assertThat(twice.inputs().external().orElseThrow().arrivals().total()).isZero();
    }

    @Test
    void with_aChange_isNamedAmongTheAssumptions() {
        List<Assumption> assumptions = read("").with(new Scaling("less", ARRIVALS, Scope.all(), Cube.of(0.5)))
                .assumptions();

        assertThat(assumptions).extracting(Assumption::id).containsExactly("guess", "change:less");
        assertThat(assumptions.get(1).text().en()).isEqualTo("Changed by a program: scaling of arrivals");
    }

    @Test
    void with_changeOfSomePeopleAndYears_isToldWithoutNumbersThatJavaPrintsInItsWay() {
        Scope scope = Scope.since(2027).of("A", "B");
        Text told = ProgramChange.told(new Scaling("less", ARRIVALS, scope, Cube.of(2e-3)));
        Text until = ProgramChange.told(new FertilityLevel("tfr", Scope.all().in(2026, 2030), Cube.of(1)));

        assertThat(told.en()).isEqualTo("Changed by a program: scaling of arrivals in A, B, from 2027 on");
        assertThat(told.zh()).isEqualTo("由程序改变：倍数，arrivals，地区 A、B，2027 年起");
        assertThat(until.en()).isEqualTo("Changed by a program: fertility_level, from 2026 to 2030");
    }

    @Test
    void with_everyKindOfChange_hasAName() {
        List<String> kinds = Stream.of(Change.class.getPermittedSubclasses())
                .flatMap(type -> type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.of(type))
                .map(Class::getSimpleName)
                .toList();

        assertThat(ProgramChange.KINDS).containsOnlyKeys(kinds);
    }

    @Test
    void with_solutionOfTheScenario_keepsItsFactors() {
        SmallScenario solved =
                small("").edit("scenario.json", "\"changes\": [],", "\"solution\": {\"departures\": 3},");
        Scenario plain = ScenarioFolder.read(solved.folder());

        Scenario changed = plain.with(new Scaling("less", ARRIVALS, Scope.all(), Cube.of(0.5)));

        Cube rate = changed.inputs().external().orElseThrow().departureRate();
        assertThat(rate.total() / rate.size()).isCloseTo(0.03, within(1e-12));
        Cube before = changed.goals().unsolved().external().orElseThrow().departureRate();
        assertThat(before.total() / before.size()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void with_boundary_isRefused() {
        Boundary merge = new Boundary.Merge("one", new Region("AB", "inner"), List.of("A", "B"));

        assertThatThrownBy(() -> read("").with(merge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Scenario.with: got one, which draws regions anew, expected it among the changes of"
                        + " scenario.json");
    }

    @Test
    void with_twoThatSetTheSame_areRefused() {
        Scenario plain = read("");

        assertThatThrownBy(() -> plain.with(
                        new FertilityLevel("a", Scope.all(), Cube.of(0.4)),
                        new FertilityLevel("b", Scope.since(2021), Cube.of(0.5))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got a and b, which both set fertility");
    }

    @Test
    void byYear_sparseYears_runsStraightBetweenAndFlatOutside() {
        Cube path = read("").byYear(Map.of(2021, 1.0, 2022, 2.0));

        assertThat(path.axis(Axis.YEAR).labels()).containsExactly("2020", "2021", "2022");
        assertThat(path.toArray()).containsExactly(1, 1, 2);
    }

    @Test
    void named_isTheSameUnderAnotherName() {
        Scenario named = read("").named("low", new Text("Low", "低"));

        assertThat(named.id()).isEqualTo("low");
        assertThat(named.title().zh()).isEqualTo("低");
    }
}

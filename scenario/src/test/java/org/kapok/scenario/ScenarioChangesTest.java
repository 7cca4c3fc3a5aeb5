package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.LifeExpectancy;
import org.kapok.projection.Projection;
import org.kapok.projection.Projection.Flow;
import org.kapok.scenario.table.InputDataException;

/** The list of changes of a scenario, from its text to what the projection makes of it. */
class ScenarioChangesTest {
    @TempDir
    private Path folder;

    /** The small scenario with changes; its targets are of districts, so they go. */
    private Scenario with(String changes) {
        return ScenarioFolder.read(SmallScenario.in(folder.resolve("s" + changes.hashCode()))
                .edit("scenario.json", "\"targets\": \"targets.csv\",", "\"changes\": [" + changes + "],")
                .write("quota.csv", "region,persons\nA,2\nB,1\n")
                .folder());
    }

    private Projection run(String changes) {
        return ScenarioRun.of(with(changes)).projection();
    }

    private static double total(Projection projection, Flow flow, int year) {
        return projection.flows(flow).select(Axis.YEAR, Integer.toString(year)).total();
    }

    @Test
    void levelsAndFactors_haveTheNumbersThatTheySay() {
        Projection trend = run("");
        Projection changed = run("""
                {"id": "more", "change": "scaling", "flow": "arrivals", "factor": {"2020": 1, "2022": 3}},
                {"id": "out", "change": "fixed_flow", "flow": "departures", "persons": 5, "from": 2021},
                {"id": "settle", "change": "quota", "transition": "settlement", "persons": "quota.csv"},
                {"id": "year", "change": "shock", "year": 2021, "factors": {"arrivals": 0.5}}
                """);

        assertThat(total(changed, Flow.ARRIVALS, 2020)).isCloseTo(total(trend, Flow.ARRIVALS, 2020), within(1e-9));
        assertThat(total(changed, Flow.ARRIVALS, 2021))
                .isCloseTo(total(trend, Flow.ARRIVALS, 2021) * 2 * 0.5, within(1e-9));
        assertThat(total(changed, Flow.ARRIVALS, 2022)).isCloseTo(total(trend, Flow.ARRIVALS, 2022) * 3, within(1e-9));
        assertThat(total(changed, Flow.DEPARTURES, 2021)).isCloseTo(5, within(1e-9));
        assertThat(changed.transitions("settlement", 2022, "A")).isCloseTo(2, within(1e-9));
    }

    @Test
    void fertilityAndMortality_reachTheLevelsGiven() {
        Projection changed = run("""
                {"id": "tfr", "change": "fertility_level", "tfr": 0.6},
                {"id": "live", "change": "life_expectancy", "years": {"2020": 9, "2022": 9.5}}
                """);

        Cube asfr = changed.inputs().asfr().select(Axis.YEAR, "2021");
        assertThat(asfr.total() / (asfr.size() / 11)).isCloseTo(0.6, within(1e-9));
        Cube years = LifeExpectancy.of(changed.inputs(), "2022");
        assertThat(years.total() / years.size()).isCloseTo(9.5, within(0.05)); // both sexes together, by births
    }

    @Test
    void merge_ofBothDistricts_isTheWhole() {
        Projection trend = run("");
        Scenario merged = with("""
                {"id": "one", "change": "merge", "regions": ["A", "B"],
                 "into": {"id": "AB", "title": {"en": "Ashbirch", "zh": "甲乙"}, "group": "inner"}}
                """);
        Projection projection = ScenarioRun.of(merged).projection();

        assertThat(merged.inputs().base().space().regions()).hasSize(1);
        assertThat(merged.titleOf("region", "AB").en()).isEqualTo("Ashbirch");
        assertThat(projection.in(2023).total(Selection.residents()))
                .isCloseTo(trend.in(2023).total(Selection.residents()), within(1e-9));
    }

    @Test
    void split_thenAChangeOfAPart_isAboutThatPart() {
        Projection projection = run("""
                {"id": "cut", "change": "split", "region": "A", "parts": [
                  {"id": "A1", "title": {"en": "Old Ash", "zh": "甲一"}, "group": "inner", "share": 0.25},
                  {"id": "A2", "title": {"en": "New Ash", "zh": "甲二"}, "group": "inner",
                   "share": 0.75}]},
                {"id": "none", "change": "scaling", "flow": "arrivals", "factor": 0, "regions": ["A1"]}
                """);

        assertThat(projection.in(2020).total(Selection.residents(), "A1")).isCloseTo(60.5, within(1e-9));
        assertThat(projection.total(Flow.ARRIVALS, 2021, Selection.residents(), "A1"))
                .isZero();
        assertThat(projection.total(Flow.ARRIVALS, 2021, Selection.residents(), "A2"))
                .isCloseTo(0.75 * 0.5 * 1.5 * 22, within(1e-9));
    }

    @Test
    void housing_mixZero_fillsTheHomes() {
        Projection projection = run("""
                {"id": "homes", "change": "housing", "homes": [
                  {"region": "A", "stock": 100, "completions": 10, "size": 2.42, "mix": 0}]}
                """);

        assertThat(projection.in(2022).total(Selection.residents(), "A")).isCloseTo(242 * 1.2, within(1e-6));
        assertThat(projection.accounts()).isLessThan(1e-9);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"id": "x", "change": "tax"} | got "tax"
            {"id": "x", "change": "scaling", "flow": "tourism", "factor": 1} | got "tourism"
            {"id": "x", "change": "scaling", "flow": "arrivals", "factor": -1} | got -1
            {"id": "x", "change": "scaling", "flow": "arrivals", "factor": 2, "regions": ["Z"]} | got region Z
            {"id": "x", "change": "merge", "regions": ["A", "Z"], "into": {"id": "Y", "title": {"en": "Y", "zh": "Y"}}} | got Z
            {"id": "x", "change": "split", "region": "A", "parts": [{"id": "Y", "title": {"en": "Y", "zh": "Y"}, "share": 0.5}]} | adding up to 0.5
            {"id": "x", "change": "housing", "homes": [{"region": "A", "stock": 0, "completions": 1, "size": 2, "mix": 0}]} | got 0
            {"id": "x", "change": "housing", "homes": [{"region": "A", "stock": 9, "completions": 1, "mix": 0}]} | size and representatives
            {"id": "x", "change": "shock", "year": 2021, "factors": {"rain": 1}} | got "rain"
            """)
    void read_wrongChange_isReportedWithItsPlace(String change, String message) {
        assertThatThrownBy(() -> with(change))
                .isInstanceOf(InputDataException.class)
                .hasMessageMatching("(?s)scenario.json line \\d+, column \\d+, /changes/0.*")
                .hasMessageContaining(message);
    }
}

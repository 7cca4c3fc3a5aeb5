package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sets scenarios apart, and by which of their changes. */
class ComparisonTest {
    private static final String BIRTHS =
            "{\"id\": \"births\", \"change\": \"scaling\", \"flow\": \"fertility\", \"factor\": 2}";
    private static final String ARRIVALS =
            "{\"id\": \"arrivals\", \"change\": \"scaling\", \"flow\": \"arrivals\", \"factor\": 3}";
    private static final String MERGE = """
            {"id": "one", "change": "merge", "regions": ["A", "B"],
             "into": {"id": "AB", "title": {"en": "Ashbirch", "zh": "甲乙"}, "group": "inner"}}
            """;

    @TempDir
    private Path folder;

    private Scenario with(String id, String... changes) {
        return ScenarioFolder.read(SmallScenario.in(folder.resolve(id))
                .edit("scenario.json", "\"targets\": \"targets.csv\",", "")
                .edit(
                        "scenario.json",
                        "\"id\": \"small\",",
                        "\"id\": \"" + id + "\", \"changes\": [" + String.join(",", changes) + "],")
                .folder());
    }

    @Test
    void compare_twoChanges_sharesAndInteractionAddUp() {
        Comparison comparison =
                Comparison.of(List.of(with("a"), with("b", BIRTHS, ARRIVALS))).get(0);

        Attribution attribution = comparison.attribution().orElseThrow();
        assertThat(attribution.steps()).extracting(Attribution.Step::id).containsExactly("births", "arrivals");
        List<Double> rest = attribution.interaction();
        int last = attribution.together().size() - 1;
        double interactions = 0;
        for (int i = 0; i <= last; i++) {
            double sum = rest.get(i);
            for (Attribution.Step step : attribution.steps()) {
                sum += step.effects().get(i).persons();
            }
            assertThat(sum).isCloseTo(attribution.together().get(i).persons(), within(1e-9));
            interactions += Math.abs(rest.get(i));
        }
        // women who arrive bear children too, so the two act on each other
        assertThat(interactions).isGreaterThan(0.1);
    }

    @Test
    void compare_sameScenario_isEqual() {
        Comparison same = Comparison.of(List.of(with("a"), with("b"))).get(0);

        assertThat(same.hasEqualPeople()).isTrue();
        assertThat(same.isEqual()).isTrue();
    }

    @Test
    void compare_otherPeopleOrOtherServices_isNotEqual() {
        Scenario otherSupply = ScenarioFolder.read(SmallScenario.in(folder.resolve("supply"))
                .edit("scenario.json", "\"targets\": \"targets.csv\",", "")
                .edit("services.json", "\"per\": 100, \"value\": 1", "\"per\": 100, \"value\": 2")
                .folder());

        assertThat(Comparison.of(List.of(with("a"), with("b", BIRTHS))).get(0).hasEqualPeople())
                .isFalse();
        Comparison services = Comparison.of(List.of(with("c"), otherSupply)).get(0);
        assertThat(services.hasEqualPeople()).isTrue();
        assertThat(services.isEqual()).isFalse();
    }

    @Test
    void compare_eachStepAlone_isTheRunWithThatChangeAlone() {
        Attribution both = Comparison.of(List.of(with("a"), with("b", BIRTHS, ARRIVALS)))
                .get(0)
                .attribution()
                .orElseThrow();
        Attribution alone = Comparison.of(List.of(with("c"), with("d", ARRIVALS)))
                .get(0)
                .attribution()
                .orElseThrow();

        assertThat(both.steps().get(1).effects())
                .extracting(Attribution.Effect::persons)
                .containsExactlyElementsOf(alone.steps().get(0).effects().stream()
                        .map(Attribution.Effect::persons)
                        .toList());
        assertThat(alone.interaction()).allSatisfy(rest -> assertThat(rest).isZero());
    }

    @Test
    void compare_otherTables_namesThePartOfTheTrend() {
        Scenario other = ScenarioFolder.read(SmallScenario.in(folder.resolve("other"))
                .edit("scenario.json", "\"departure_rate\": 0.01", "\"departure_rate\": 0.02")
                .edit("scenario.json", "\"sex_ratio_at_birth\": 1.05", "\"sex_ratio_at_birth\": 1.10")
                .folder());

        Attribution attribution =
                Comparison.of(List.of(with("a"), other)).get(0).attribution().orElseThrow();

        // ratios at birth weigh the mortality of infants, which is read for both sexes apart here
        assertThat(attribution.steps()).extracting(Attribution.Step::id).contains("trend:fertility", "trend:external");
    }

    @Test
    void compare_otherRegions_keepsToWhatBothHave() {
        Comparison comparison =
                Comparison.of(List.of(with("a"), with("b", MERGE))).get(0);

        assertThat(comparison.attribution()).isEmpty();
        assertThat(comparison.people())
                .isNotEmpty()
                .allSatisfy(difference -> assertThat(difference.key().get(2)).isIn("", "inner"));
        assertThat(comparison.people().stream()
                        .filter(difference -> difference.key().get(2).isEmpty()))
                .allSatisfy(difference -> assertThat(difference.persons()).isCloseTo(0, within(1e-9)));
    }

    @Test
    void compare_aStepThatCannotBeAlone_isNamed() {
        String low = "{\"id\": \"low\", \"change\": \"fertility_level\", \"tfr\": 0.2}";
        String high = "{\"id\": \"high\", \"change\": \"fertility_level\", \"tfr\": 0.4}";

        Attribution attribution = Comparison.of(List.of(with("a", low), with("b", high)))
                .get(0)
                .attribution()
                .orElseThrow();

        assertThat(attribution.steps()).hasSize(2);
        assertThat(attribution.steps().get(0).refused()).contains("low", "high");
        assertThat(attribution.steps().get(1).refused()).isEmpty();
        Text why = attribution.steps().get(0).why();
        assertThat(why.en()).startsWith("got high and low");
        assertThat(why.zh()).contains("low", "high").isNotEqualTo(why.en());
    }

    @Test
    void write_changeThatCannotStandAlone_saysWhyInBothLanguages() throws IOException {
        Attribution.Step alone = new Attribution.Step("homes", List.of(), "it fits the other scenario alone");
        Comparison compared =
                Comparison.of(List.of(with("a"), with("b", BIRTHS))).get(0);
        Attribution with = new Attribution(List.of(alone), List.of());
        ComparisonFolder.write(
                List.of(new Comparison(compared.first(), compared.second(), Optional.of(with))),
                folder.resolve("out-why"));

        assertThat(Files.readString(folder.resolve("out-why/run.json")))
                .contains("\"en\" : \"it fits the other scenario alone\"")
                .contains("\"zh\" : \"" + alone.why().zh() + "\"");
        assertThat(alone.why().zh()).isNotEqualTo(alone.why().en());
    }

    @Test
    void compare_oneScenario_isRefused() {
        List<Scenario> one = List.of(with("a"));
        assertThatThrownBy(() -> Comparison.of(one)).hasMessageContaining("2 or more");
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        List<Comparison> comparisons = Comparison.of(List.of(with("a"), with("b", BIRTHS, ARRIVALS)));
        ComparisonFolder.write(comparisons, folder.resolve("one"));
        ComparisonFolder.write(comparisons, folder.resolve("two"));

        for (String table : List.of("differences.csv", "flow_differences.csv", "attribution.csv", "run.json")) {
            assertThat(folder.resolve("one").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("two").resolve(table));
        }
        assertThat(Files.readAllLines(folder.resolve("one/attribution.csv")))
                .anyMatch(line -> line.startsWith("b,2023-01-01,resident,,births,"))
                .anyMatch(line -> line.startsWith("b,2023-01-01,resident,,interaction,"));
    }
}

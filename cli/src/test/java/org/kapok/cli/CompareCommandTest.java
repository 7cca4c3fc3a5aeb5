package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioFolder;
import org.kapok.scenario.ScenarioRun;

/** Comparing from the command line. */
class CompareCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int compare(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "compare";
        all[1] = "--out";
        all[2] = folder.resolve("out").toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Kapok.execute(new PrintWriter(out), new PrintWriter(err), all);
    }

    private String policy() throws IOException {
        Path policy = Files.createDirectory(folder.resolve("policy"));
        Files.writeString(policy.resolve("scenario.json"), """
                {"format": "kapok-scenario/1", "id": "policy", "extends": "bundled:guangzhou",
                 "title": {"en": "More children, fewer arrivals", "zh": "多生育、少迁入"},
                 "changes": [
                   {"id": "third-child", "change": "fertility_uplift", "uplift": 0.1, "from": 2022},
                   {"id": "fewer", "change": "scaling", "flow": "arrivals", "factor": 0.8},
                   {"id": "epidemic", "change": "shock", "year": 2023, "factors": {"mortality": 1.2, "arrivals": 0.5},
                    "recovery_years": 2}]}
                """);
        return policy.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void compare_policy_namesEachChangeOnOneScreenWide(String language) throws IOException {
        assertThat(compare("guangzhou", policy(), "--lang", language)).isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("third-child", "fewer", "epidemic", "100.0%");
        assertThat(out.toString().contains("相互作用")).isEqualTo(language.equals("zh"));
        assertThat(out.toString().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(TextTable.width(line)).isLessThanOrEqualTo(100));
        assertThat(folder.resolve("out/attribution.csv")).exists();
    }

    @Test
    void folder_ofAComparison_isNamedForAllThatAreCompared() {
        List<Scenario> scenarios =
                List.of(BundledScenarios.read("country"), BundledScenarios.read("country"), ScenarioFolder.read(low()));

        assertThat(CompareCommand.name(scenarios)).isEqualTo("compare-country-country-low-fertility");
    }

    private Path low() {
        Path copy = folder.resolve("country");
        StringWriter said = new StringWriter();
        assertThat(Kapok.execute(new PrintWriter(said), new PrintWriter(said), "init", copy.toString()))
                .isZero();
        return copy.resolve("low-fertility");
    }

    @Test
    void compare_stepsOfFiveYears_sumsFlowsToTheEndOfTheLastStep() {
        Path low = low();

        assertThat(compare(low.getParent().toString(), low.toString(), "--formats", "csv"))
                .isZero();

        Projection projection = ScenarioRun.of(ScenarioFolder.read(low)).projection();
        double births = 0;
        for (String label : projection.flowYears().labels()) {
            births += 5 * projection.births(Integer.parseInt(label), Selection.residents(), "");
        }
        assertThat(out.toString())
                .contains("Flows, 2024-2053 in all", Figures.tenThousands(births))
                .doesNotContain("2049");
    }

    @Test
    void compare_anEarlierEnd_sumsTheYearsThatBothHave() throws IOException {
        Path whole = low().getParent();
        Path shorter = folder.resolve("shorter");
        BundledScenarios.copy("country", shorter);
        Path file = shorter.resolve("scenario.json");
        Files.writeString(file, Files.readString(file).replace("2054", "2039"));

        assertThat(compare(whole.toString(), shorter.toString(), "--formats", "csv"))
                .isZero();

        assertThat(out.toString()).contains("Flows, 2024-2038 in all");
    }

    @Test
    void compare_oneScenario_isAUsersMistake() {
        assertThat(compare("guangzhou")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void compare_unknownScenario_isAUsersMistake() {
        assertThat(compare("guangzhou", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere").doesNotContain("\tat ");
    }
}

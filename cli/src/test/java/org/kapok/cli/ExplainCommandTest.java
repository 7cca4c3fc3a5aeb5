package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Selection;
import org.kapok.demand.scorecard.Indicator;
import org.kapok.demand.scorecard.Quantity;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.Projection.Flow;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Grade;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** Words explained: every word that results use is known, in both languages, and a scenario's own come with numbers. */
class ExplainCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Language.class)
    void glossary_everyWord_hasTextInputsAndWordsToLookAtNext(Language language) {
        Glossary glossary = new Glossary(language.locale());

        assertThat(glossary.words()).hasSizeGreaterThan(70).doesNotHaveDuplicates();
        for (String word : glossary.words()) {
            Glossary.Term term = glossary.term(word).orElseThrow();
            boolean chinese =
                    term.text().matches("(?s).*\\p{IsHan}.*") && !term.text().matches("(?s).*[a-z]{4,} [a-z]{2,} .*");
            assertThat(chinese).as(word).isEqualTo(language == Language.zh);
            assertThat(term.inputs()).as(word).isNotBlank();
            assertThat(glossary.words()).as(word).containsAll(term.see());
        }
        assertThat(glossary.groups())
                .allSatisfy(group -> assertThat(group.title()).isNotBlank());
    }

    @Test
    void glossary_knowsWhatResultsSay() {
        List<String> words = new Glossary(Locale.ENGLISH).words();

        assertThat(words).containsAll(names(Flow.values())).containsAll(names(Verdict.values()));
        assertThat(words).containsAll(names(Grade.values()));
        assertThat(words)
                .containsAll(BundledScenarios.read("guangzhou").provisioning().catalogue().stream()
                        .map(entry -> entry.model())
                        .toList());
        assertThat(words).contains("withheld_departures", "assumption", Scorecard.Why.STOCK_ONLY.label());
    }

    @Test
    void glossary_knowsEveryColumnOfEveryTable() throws IOException {
        kapok("solve", "guangzhou-plan", "--out", folder + "/solved");
        kapok("ensemble", "country", "--draws", "20", "--decompose", "--out", folder + "/drawn");
        BundledScenarios.copy("country", folder.resolve("city"));
        kapok("compare", folder + "/city", folder + "/city/low-fertility", "--out", folder + "/compared");
        kapok("site", "guangzhou-districts", "--service", "beds", "--budget", "900", "--out", folder + "/sited");

        Glossary glossary = new Glossary(Locale.ENGLISH);
        for (String results : List.of("solved", "drawn", "compared", "sited")) {
            try (Stream<Path> files = Files.list(folder.resolve(results))) {
                List<Path> tables =
                        files.filter(file -> file.toString().endsWith(".csv")).toList();
                assertThat(tables).hasSizeGreaterThan(2);
                for (Path table : tables) {
                    List<String> columns =
                            List.of(Files.readAllLines(table).get(0).split(","));
                    assertThat(columns)
                            .as(table.getFileName().toString())
                            .allSatisfy(column ->
                                    assertThat(glossary.term(column)).as(column).isPresent());
                }
            }
        }
    }

    @Test
    void word_withBlanksOrHyphens_isTheSame() {
        assertThat(kapok("explain", "net_migration")).isZero();
        String said = out.toString();
        assertThat(said).contains("arrivals - departures", "Inputs", "needs.csv");
        out.getBuffer().setLength(0);

        assertThat(kapok("explain", "Net Migration")).isZero();
        assertThat(kapok("explain", "net-migration")).isZero();
        assertThat(kapok("explain", "net_migration:registered")).isZero();

        assertThat(out.toString()).isEqualTo(said.repeat(3));
    }

    @Test
    void service_ofAScenario_comesWithItsNumbersAndSources() {
        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        double norm = run.demand().orElseThrow().total("beds", org.kapok.demand.DemandPath.NORM, 2035);

        assertThat(kapok("explain", "beds", "guangzhou")).isZero();

        assertThat(out.toString())
                .contains("beds: Hospital beds, in beds (guangzhou)", "plan-table-2: General Office")
                .contains(String.format(Locale.ROOT, "%,.0f", norm))
                .contains("indicator 25", "1000 x supply(beds) / resident", "≥6.46 in 2025", "not projectable");
    }

    @Test
    void everyIndicator_isExplainedInBothLanguages() {
        Scenario guangzhou = BundledScenarios.read("guangzhou");
        ScenarioRun run = ScenarioRun.of(guangzhou);
        for (Language language : Language.values()) {
            Words words = new Words(language.locale());
            StringWriter said = new StringWriter();
            PrintWriter writer = new PrintWriter(new StyledWriter(said));
            ExplainScreen screen = new ExplainScreen(words, new Glossary(language.locale()), writer);
            guangzhou.indicators().orElseThrow().all().forEach(each -> screen.print(each, run));
            guangzhou.services().orElseThrow().all().forEach(each -> screen.print(each, run));
            writer.flush();
            assertThat(said.toString().lines().filter(line -> line.startsWith(" ")))
                    .allSatisfy(
                            line -> assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(80));
            assertThat(said.toString()).contains(language == Language.zh ? "无法推算" : "not projectable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"guangzhou", "guangzhou-plan"})
    void everyIndicator_ofTheBundledPlan_hasItsSourceItsFormulaOrReasonAndWhyItIsJudgedSo(String name) {
        Scenario plan = BundledScenarios.read(name);
        ScenarioRun run = ScenarioRun.of(plan);
        List<Indicator> all = plan.indicators().orElseThrow().all();
        assertThat(all).hasSize(51);
        for (Language language : Language.values()) {
            Words words = new Words(language.locale());
            for (Indicator each : all) {
                StringWriter said = new StringWriter();
                new ExplainScreen(words, new Glossary(language.locale()), new PrintWriter(said, true)).print(each, run);
                assertThat(said.toString()).as(each.id()).contains("plan-table-2", words.of("explain.why"));
                if (each.basis().formula().isPresent()) {
                    assertThat(said.toString())
                            .as(each.id())
                            .contains(words.of("explain.formula"), words.of("explain.inputs"));
                }
                if (plan.hasTitle("reason", each.id())) {
                    String reason = words.of(plan.titleOf("reason", each.id()));
                    assertThat(squeezed(said.toString())).as(each.id()).contains(squeezed(reason));
                }
            }
        }
    }

    @Test
    void explain_onANarrowTerminal_keepsItsColumns() {
        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        StringWriter said = new StringWriter();
        PrintWriter screen = new Screen(new StyledWriter(said), 60);

        new ExplainScreen(new Words(Locale.ENGLISH), new Glossary(Locale.ENGLISH), screen)
                .print(run.scenario().indicators().orElseThrow().all().get(12), run);

        assertThat(said.toString().lines().skip(2)).allSatisfy(line -> {
            assertThat(TextTable.width(line)).as(line).isLessThanOrEqualTo(60);
            assertThat(line).matches(" {2}[A-Z2].{12}\\S.*| {15}\\S.*");
        });
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @CsvSource({
        "13, en, 'as stated in the supply, not projected: the'",
        "13, zh, 以所述供给计，并非推算",
        "1, en, 'follows from people, services and supply'",
        "1, zh, 由人口、服务与供给推算"
    })
    void indicator_thatIsJudged_saysHowItIsRead(String number, String language, String why) {
        assertThat(kapok("explain", number, "guangzhou", "--lang", language)).isZero();
        assertThat(out.toString()).contains(why).doesNotContain("projected persons");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyMeasure_thatAFormulaMayHave_hasInputs(Language language) {
        Glossary glossary = new Glossary(language.locale());
        for (Measure measure : Measure.of(BundledScenarios.read("guangzhou").inputs())) {
            String kind = FormulaText.kind(new Quantity.Projected(measure, 0, Selection.OPEN));
            assertThat(glossary.term(kind)).as(measure.id()).isPresent();
            assertThat(glossary.term(kind).orElseThrow().inputs())
                    .as(measure.id())
                    .isNotEmpty();
        }
    }

    @Test
    void indicator_whoseInputIsMissing_namesTheInput() throws IOException {
        Path bare = Files.createDirectory(folder.resolve("bare"));
        Files.writeString(bare.resolve("supply.csv"), "service,region,opens,capacity\nnursery,,2020,46692\n");
        Files.writeString(bare.resolve("scenario.json"), """
                {"format": "kapok-scenario/1", "id": "bare", "extends": "bundled:guangzhou",
                 "title": {"en": "Bare", "zh": "缺"}, "supply": "supply.csv"}
                """);

        assertThat(kapok("explain", "25", bare.toString())).isZero();

        assertThat(out.toString()).contains("not projectable", "says nothing of supply(beds) at that date");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no_data", "no_formula", "stock_only", "off_record"})
    void reasonsAndFindings_areExplained(String word) {
        assertThat(kapok("explain", word)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"resdient,resident", "elderly_bed,elderly_beds", "落户,status_in", "at-rsk,at_risk"})
    void unknownWord_isRefusedWithWhatWasMeant(String word, String meant) {
        assertThat(kapok("explain", word, "--lang", "zh")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(word, meant, "kapok explain --help");
    }

    @Test
    void wordOfAFolder_isThatOfItsScenario() throws IOException {
        Path city = folder.resolve("city");
        BundledScenarios.copy("country", city);

        assertThat(kapok("explain", "hospital_beds", city.toString())).isZero();
        assertThat(out.toString()).contains("Hospital beds, in beds (city)", "447,083");
        assertThat(kapok("explain", "beds", city.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("hospital_beds");
        assertThat(Files.exists(city.resolve("out"))).isFalse();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private int kapok(String... arguments) {
        return Kapok.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}

package org.kapok.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.core.Selection;
import org.kapok.demand.DemandPath;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What the file holds: numbers, names as text, a policy that allows nothing else; how it looks is seen in a browser. */
class HtmlReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MARKUP = "</script><script>alert(1)</script><b onclick='x'>&amp;@script@";

    private static ScenarioRun guangzhou;
    private static String html;

    @TempDir
    private Path folder;

    @BeforeAll
    static void reportGuangzhou() {
        guangzhou = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        html = HtmlReport.of(guangzhou).html();
    }

    @Test
    void html_sameRunTwice_isTheSameAndSmall() {
        String again = HtmlReport.of(ScenarioRun.of(BundledScenarios.read("guangzhou")))
                .html();

        assertThat(again.equals(html)).as("the same bytes").isTrue();
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000_000);
    }

    @Test
    void data_veryManyRegions_keepsTheLargestAndCountsAll() throws IOException {
        ScenarioRun run = ScenarioRun.of(ManyRegions.of(1400, folder.resolve("many")));

        String report = HtmlReport.of(run)
                .comparedWith(List.of(new Comparison(run, run, Optional.empty())))
                .html();

        assertThat(report.getBytes(StandardCharsets.UTF_8).length).isLessThan(6_000_000);
        JsonNode population = data(report).get("population");
        assertThat(population.get("regions").asInt()).isEqualTo(1400);
        List<String> areas = new ArrayList<>();
        population.get("areas").forEach(area -> areas.add(area.get("id").asText()));
        assertThat(areas).startsWith("", "north", "south").endsWith("R1399").doesNotContain("R0000");
        assertThat(areas.size()).isBetween(100, 1390);
        assertThat(population.at("/people/resident").get("").get("0+").get(0).asDouble())
                .isCloseTo(run.projection().at(0).total(Selection.residents()), within(1.0));
        assertThat(data(report).at("/pyramid/byRegion").asBoolean()).isFalse();
    }

    @Test
    void data_planSolvedOrTheSame_saysSo() throws IOException {
        ScenarioRun plan = ScenarioRun.of(BundledScenarios.read("guangzhou-plan"));
        Scenario trend = guangzhou.scenario();
        List<Comparison> compared = Comparison.of(List.of(plan.scenario(), plan.scenario(), trend));

        JsonNode data = data(HtmlReport.of(plan).comparedWith(compared).html());

        assertThat(data.at("/solution/applied").asBoolean()).isTrue();
        assertThat(data.at("/solution/holds").asBoolean()).isTrue();
        assertThat(data.at("/solution/outcomes"))
                .filteredOn(outcome -> outcome.get("exactThoughAtLeast").asBoolean())
                .extracting(outcome -> outcome.get("measure").asText())
                .containsExactly("life_expectancy", "urban");
        assertThat(data.at("/targets")).allSatisfy(target -> {
            assertThat(target.get("verdict").asText()).isEqualTo("met");
            assertThat(target.get("tolerance").asDouble()).isPositive();
        });
        assertThat(data.at("/comparison/0/equal").asText()).isEqualTo("equal");
        assertThat(data.at("/comparison/1").has("equal")).isFalse();
        assertThat(data(html).has("solution")).isFalse();
    }

    @Test
    void data_guangzhou_hasTheNumbersOfTheRun() throws IOException {
        JsonNode data = data(html);

        double residents2025 = guangzhou.projection().in(2025).total(Selection.residents());
        assertThat(data.at("/population/people/resident")
                        .get("")
                        .get("0+")
                        .get(5)
                        .asDouble())
                .isCloseTo(residents2025, within(0.51));
        assertThat(data.at("/targets/0/reached").asDouble())
                .isCloseTo(guangzhou.reached(guangzhou.scenario().targets().get(0)), within(0.51));
        double beds = guangzhou
                .gap()
                .orElseThrow()
                .at("beds", "", DemandPath.NORM, 2025)
                .shortage();
        assertThat(service(data, "beds")
                        .at("/paths/norm/gap")
                        .get("")
                        .get("shortage")
                        .get(5)
                        .asDouble())
                .isCloseTo(beds, within(0.01));
        assertThat(data.get("scorecard")).hasSize(51);
        assertThat(data.at("/map/shapes/features")).hasSize(11);
        assertThat(data.at("/provenance/sources").toString()).contains("census-2020", "中国人口普查分县资料-2020");
    }

    @Test
    void data_pyramid_addsUpToTheResidents() throws IOException {
        JsonNode data = data(html);
        double sum = 0;
        for (JsonNode region : data.at("/pyramid/persons/15")) {
            for (int status = 0; status < 2; status++) { // the third is away
                for (JsonNode sex : region.get(status)) {
                    for (JsonNode age : sex) {
                        sum += age.asDouble();
                    }
                }
            }
        }

        assertThat(sum).isCloseTo(guangzhou.projection().in(2035).total(Selection.residents()), within(200.0));
    }

    @Test
    void policy_allowsTheScriptsAndStylesOfTheFileAlone() throws Exception {
        String policy = between(html, "Content-Security-Policy\" content=\"", "\"");
        List<String> hashes = new ArrayList<>();
        Matcher inline =
                Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(html);
        while (inline.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(inline.group(2).getBytes(StandardCharsets.UTF_8));
            hashes.add("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }

        assertThat(hashes).hasSize(3);
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src " + hashes.get(1) + " " + hashes.get(2) + "; style-src "
                        + hashes.get(0) + "; img-src data: blob:; base-uri 'none'; form-action 'none'");
        assertThat(own("report.html")).doesNotContainPattern("\\s(src|style|on[a-z]+)=");
    }

    @Test
    void html_namesOfMarkup_areTextInDataAndTitle() throws IOException {
        String hostile =
                HtmlReport.of(ScenarioRun.of(Hamlet.called(MARKUP, folder))).html();

        assertThat(hostile).doesNotContain("<b onclick").doesNotContain("alert(1)</script>");
        assertThat(between(hostile, "<title>", "</title>")).startsWith("&lt;/script&gt;&lt;script&gt;alert(1)");
        assertThat(data(hostile).at("/scenario/place/en").asText()).isEqualTo(MARKUP);
        assertThat(Pattern.compile("<script").matcher(hostile).results().count())
                .isEqualTo(Pattern.compile("<script").matcher(html).results().count());
    }

    @Test
    void html_scenarioWithoutPlanServicesOrMap_leavesThemOut() throws IOException {
        JsonNode data = data(
                HtmlReport.of(ScenarioRun.of(Hamlet.called("Hamlet", folder))).html());

        assertThat(data.has("scorecard") || data.has("map") || data.has("solution") || data.has("ensemble"))
                .isFalse();
        assertThat(data.get("services")).isEmpty();
        assertThat(data.get("targets")).isEmpty();
        assertThat(data.at("/population/bands").toString())
                .isEqualTo("[\"0+\",\"0-14\",\"15-59\",\"15-64\",\"60+\",\"65+\",\"80+\"]");
        assertThat(data.at("/population/flowYears").toString()).isEqualTo("[2020,2025,2030,2035]");
    }

    @Test
    void openedIn_language_isWhatThePageStartsWith() {
        assertThat(HtmlReport.of(guangzhou).openedIn(Locale.SIMPLIFIED_CHINESE).html())
                .contains("data-language=\"zh\"");
        assertThat(HtmlReport.of(guangzhou).openedIn(Locale.FRENCH).html()).contains("data-language=\"en\"");
        assertThat(html).contains("data-language=\"\"");
    }

    @Test
    void write_overAnEarlierReport_replacesItAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "earlier");

        HtmlReport.of(guangzhou).write(file);

        assertThat(Files.readString(file).equals(html)).isTrue();
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void comparedWith_comparisonOfAnotherScenario_isRefused() throws IOException {
        Scenario hamlet = Hamlet.called("Hamlet", folder);
        List<Comparison> others = Comparison.of(List.of(hamlet, hamlet));

        assertThatThrownBy(() -> HtmlReport.of(guangzhou).comparedWith(others))
                .hasMessage("HtmlReport: got comparison of hamlet, expected of the scenario reported, guangzhou");
    }

    @Test
    void words_areAllThereInBothLanguagesAndAllUsed() throws IOException {
        JsonNode words = MAPPER.readTree(own("words.json"));
        JsonNode all = MAPPER.readTree(Page.words());
        StringBuilder scripts = new StringBuilder(own("report.html"));
        for (String name : Page.SCRIPTS) {
            scripts.append(own(name));
        }
        Set<String> unused = new TreeSet<>();
        words.properties().forEach(word -> {
            assertThat(word.getValue()).as(word.getKey()).hasSize(2);
            if (!isAskedFor(word.getKey(), scripts.toString())) {
                unused.add(word.getKey());
            }
        });
        Matcher asked =
                Pattern.compile("kapok\\.word\\('([a-z_0-9A-Z.]+[^_.'])'").matcher(scripts);
        while (asked.find()) {
            assertThat(all.has(asked.group(1))).as(asked.group(1)).isTrue();
        }

        assertThat(unused).isEmpty();
    }

    /** Whether a key stands in the scripts, whole or as a beginning that ends with _ and is continued there. */
    private static boolean isAskedFor(String key, String scripts) {
        for (int end = key.indexOf('_') + 1; end > 0; end = key.indexOf('_', end) + 1) {
            if (scripts.contains("'" + key.substring(0, end) + "'")) {
                return true;
            }
        }
        return scripts.contains("'" + key + "'") || scripts.contains("data-word=\"" + key + "\"");
    }

    @Test
    void scripts_writeNoMarkupAndStayReadable() throws IOException {
        for (String name : Page.SCRIPTS) {
            assertThat(own(name)).as(name).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write", "eval(");
            assertThat(own(name).lines().count()).as(name).isLessThan(400);
        }
    }

    @Test
    void echarts_isTheFileOfItsRelease() throws Exception {
        byte[] file =
                HtmlReport.class.getResourceAsStream("echarts/echarts.min.js").readAllBytes();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
                .as("dist/echarts.min.js of the npm package echarts 6.1.0")
                .isEqualTo("b66b25aeb4df84e33199dc21694014d336d222cbd9deb0e5a7c14bd6aa0d0fd0");
        assertThat(own("echarts/LICENSE")).contains("Apache License");
        assertThat(own("echarts/NOTICE")).contains("Apache ECharts");
        assertThat(own("echarts/echarts.min.js")).doesNotContain("</script", "<!--");
    }

    private static JsonNode service(JsonNode data, String id) {
        for (JsonNode service : data.get("services")) {
            if (service.get("id").asText().equals(id)) {
                return service;
            }
        }
        throw new AssertionError("no service " + id);
    }

    private static JsonNode data(String page) throws IOException {
        return MAPPER.readTree(between(page, "id=\"data\">", "</script>"));
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }

    private static String own(String name) throws IOException {
        return new String(HtmlReport.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}

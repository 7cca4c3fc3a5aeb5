package org.kapok.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.ScenarioRun;

/** What a report says in a real browser: in one language at a time, with its limits, and nothing cut off. */
class HtmlReportTextBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path whole;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Browser.start();
        Scenario scenario = BundledScenarios.read("guangzhou");
        whole = folder.resolve("guangzhou.html");
        HtmlReport.of(ScenarioRun.of(scenario))
                .withEnsemble(
                        EnsembleRun.of(scenario, EnsembleOptions.onThreads(1).withDraws(64)))
                .comparedWith(Comparison.of(List.of(scenario, BundledScenarios.read("guangzhou-plan"))))
                .write(whole);
    }

    @AfterAll
    static void stopBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void text_chinesePage_hasNoEnglishSentence() {
        browser.open(whole, 1280, 900, "?lang=zh");
        browser.eval("document.querySelectorAll('main details').forEach(each => each.open = true)");
        browser.eval("document.querySelectorAll('main code, main [lang=en]').forEach(each => each.remove())");

        String text = browser.eval("document.body.innerText").asText().replaceAll("Kapok .*", "");
        assertThat(text).contains("无公布数据的设定", "标准：模型");
        assertThat(Pattern.compile("[A-Za-z]{2,}(?:[ ,]+[A-Za-z]{2,}){2,}")
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, upper bound", "zh, 上限"})
    void chances_drawsThatDependOnEachOther_haveErrorsToldAsBounds(String language, String bound) {
        browser.open(whole, 1280, 900, "?lang=" + language);
        String plain = browser.eval("kapok.drawsError()").asText();
        assertThat(plain).contains("12.").doesNotContain(bound); // 1.96 sqrt(0.25 / 64) is 12.25 points
        assertThat(browser.eval("document.querySelector('#targets').innerText").asText())
                .contains(plain);

        browser.eval("kapok.data.ensemble.bound = true; kapok.render()");
        assertThat(browser.eval("document.querySelector('#targets').innerText").asText())
                .contains(bound);
        assertThat(browser.eval("document.querySelector('#methods').innerText").asText())
                .contains(bound);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"en, it fits the other scenario alone", "zh, 只适用于"})
    void comparison_changeThatCannotStandAlone_saysWhyInTheLanguageOfThePage(String language, String why) {
        browser.open(whole, 1280, 900, "?lang=" + language);
        browser.eval("(kapok.data.comparison.find(each => each.attribution) || {}).attribution.steps.push({id: 'homes',"
                + " refused: {en: 'it fits the other scenario alone', zh: '只适用于另一情景'}}); kapok.render()");
        assertThat(browser.eval("document.querySelector('#comparison').innerText")
                        .asText())
                .contains("homes", why);
    }

    @Test
    void services_thatTellOfPeople_areApartAndNotMissedInSupply() {
        browser.open(whole, 1280, 900, "?lang=en");
        assertThat(strings("kapok.services.filter(service => service.people).map(service => service.id)"))
                .containsExactly("college_educated", "schooling", "labour_force", "households", "child_protection");
        assertThat(strings("[...document.querySelectorAll('#services optgroup')].map(each => each.label)"))
                .doesNotHaveDuplicates()
                .last()
                .isEqualTo("People in other respects");
        assertThat(text(".warnings")).contains("No supply is stated for 40 of 58 services");
    }

    @Test
    void comparison_onAPhone_showsEveryNumber() {
        browser.open(whole, 390, 900, "?lang=en");
        assertThat(browser.eval(
                                "[...document.querySelectorAll('#comparison .stack td')].filter(cell => cell.scrollWidth"
                                        + " > cell.clientWidth + 1).length")
                        .asInt())
                .isZero();
    }

    private static List<String> strings(String expression) {
        List<String> strings = new ArrayList<>();
        browser.eval(expression).forEach(each -> strings.add(each.asText()));
        return strings;
    }

    private static String text(String selector) {
        return browser.eval("document.querySelector('" + selector + "').textContent.replaceAll('\\u00a0', ' ')")
                .asText();
    }
}

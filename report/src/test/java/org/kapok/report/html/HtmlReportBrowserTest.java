package org.kapok.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
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
import org.kapok.scenario.SolveRun;

/** Reports in a real browser: nothing complains, nothing is asked of a network, everything draws and answers. */
class HtmlReportBrowserTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path whole;

    @BeforeAll
    static void startBrowser() throws Exception {
        browser = Browser.start();
        Scenario scenario = BundledScenarios.read("guangzhou");
        SolveRun solved = SolveRun.of(BundledScenarios.read("guangzhou-plan"));
        whole = folder.resolve("guangzhou.html");
        HtmlReport.of(ScenarioRun.of(scenario))
                .withEnsemble(
                        EnsembleRun.of(scenario, EnsembleOptions.onThreads(1).withDraws(64)))
                .withSolution(solved)
                .comparedWith(Comparison.of(List.of(scenario, solved.solved())))
                .write(whole);
    }

    @AfterAll
    static void stopBrowser() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1} wide")
    @CsvSource({"en,1280", "zh,1280", "en,390", "zh,390"})
    void open_wholeReport_drawsEveryChartInSilence(String language, int width) {
        browser.open(whole, width, 900, "?lang=" + language);
        browser.eval("kapok.drawAll()");

        assertThat(strings("[...document.querySelectorAll('main > section')].map(each => each.id)"))
                .containsExactly(
                        "summary", "population", "map", "services", "targets", "scorecard", "comparison", "methods");
        assertThat(
                        strings(
                                "kapok.charts.filter(each => each.instance.getDom().querySelectorAll('svg path').length < 3"
                                        + " || each.instance.getDom().getAttribute('aria-label').length < 10).map(each => each.spec.id)"))
                .as("charts without a drawing or a name")
                .isEmpty();
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(browser.eval("document.body.innerText").asText())
                .doesNotContain("undefined", "NaN", "[object", "{0}", "Infinity");
        assertQuiet();
    }

    @Test
    void open_chartsBelow_areDrawnAsTheyComeIntoView() {
        browser.open(whole, 1280, 700, "?lang=en");

        assertThat(browser.eval("kapok.charts.every(each => each.instance === null || each.spec.id === 'people')")
                        .asBoolean())
                .isTrue();
        browser.eval("document.getElementById('scorecard').scrollIntoView({behavior: 'instant'})");
        browser.await("document.querySelector('#chart-verdicts').dataset.drawn === 'true'");
        assertThat(browser.eval("document.querySelector('#nav a[aria-current]') !== null")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void language_button_turnsThePageAndBack() {
        browser.open(whole, 1280, 900, "?lang=en");
        assertThat(text("h1")).isEqualTo("Guangzhou: recent trend from the 2020 census");

        browser.eval("document.getElementById('language').click()");
        assertThat(text("h1")).isEqualTo("广州：以2020年人口普查为起点的近期趋势");
        assertThat(browser.eval("document.documentElement.lang").asText()).isEqualTo("zh-CN");
        assertThat(text(".lead")).contains("2,115万");

        browser.eval("document.getElementById('language').click()");
        assertThat(text(".lead")).contains("21.15 million").contains("0.7% more than the plan's 21.00 million");
        assertQuiet();
    }

    @Test
    void shortages_supplyHeldFlat_saySoWhereverTheyAreTold() {
        browser.open(whole, 1280, 900, "?lang=en");
        String sentence = browser.eval("kapok.supplySentence()").asText();
        int flat = browser.eval("kapok.services.filter(kapok.hasGap).filter(service => service.held).length")
                .asInt();

        assertThat(flat).isPositive();
        assertThat(sentence)
                .contains("only a stock is stated for " + flat + ";")
                .contains("Supply changes as stated for: ");
        assertThat(browser.eval("document.querySelector('#summary').innerText").asText())
                .contains("If nothing were built beyond the supply stated")
                .contains(sentence);
        assertThat(text(".warnings")).contains(sentence);
        assertThat(browser.eval("document.querySelector('#services').innerText").asText())
                .contains(sentence);
    }

    @Test
    void allTargets_someDrawn_saysHowManyAndThatMoreCounts() {
        browser.open(whole, 1280, 900, "?lang=en");
        int targets = browser.eval("kapok.data.targets.length").asInt();

        assertThat(browser.eval("document.querySelector('#summary').innerText").asText())
                .contains("all " + targets + " of them that are drawn come to the wanted value or more at once");
        assertThat(browser.eval("delete kapok.data.targets[0].chance && kapok.targetsSentence()")
                        .asText())
                .contains("all " + (targets - 1) + " of them that are drawn");
    }

    @Test
    void norm_inChinese_isNotCalledNeed() {
        browser.open(whole, 1280, 900, "?lang=zh");

        assertThat(text("#chart-service", "aria-label")).contains("按标准").doesNotContain("需");
        browser.eval("[...document.querySelectorAll('#services .switch button')][1].click()");
        assertThat(text("#chart-service", "aria-label")).contains("需求").doesNotContain("按标准");
    }

    @Test
    void counted_halvesOfThings_areToldWhole() {
        browser.open(whole, 1280, 900, "?lang=en");

        assertThat(browser.eval("kapok.counted(91.2, 'sites')").asText()).isEqualTo("91\u00a0sites");
        assertThat(browser.eval("kapok.counted(3.25, 'sites')").asText()).isEqualTo("3.25\u00a0sites");
        assertThat(browser.eval("kapok.cell(6933688.4)").asText()).isEqualTo("6,933,688");
        assertThat(browser.eval("kapok.cell(12.34)").asText()).isEqualTo("12.3");
    }

    @Test
    void slider_arrowKey_movesThePyramidAYear() {
        browser.open(whole, 1280, 900, "?lang=en");
        browser.eval("kapok.drawAll()");
        String before = text("#chart-pyramid", "aria-label");

        browser.eval("document.querySelector('#population input[type=range]').focus()");
        browser.press("ArrowLeft");

        browser.await("document.querySelector('#chart-pyramid').getAttribute('aria-label').includes('2034')");
        assertThat(before).contains("Guangzhou in 2035");
        assertThat(text("#population .slider-year")).isEqualTo("2034");
    }

    @Test
    void map_everyMeasureAndYear_coloursEveryDistrict() {
        browser.open(whole, 1280, 900, "?lang=en");
        browser.eval("kapok.drawAll()");
        JsonNode white = browser.eval("""
                (() => {
                  const missing = [];
                  const section = document.querySelector('#map');
                  const measure = section.querySelector('select');
                  const slider = section.querySelector('input[type=range]');
                  const chart = kapok.charts.find(each => each.spec.id === 'map');
                  for (const option of [...measure.options].map(each => each.value)) {
                    measure.value = option;
                    measure.dispatchEvent(new Event('change'));
                    for (const year of [0, 8, 15]) {
                      slider.value = year;
                      slider.dispatchEvent(new Event('input'));
                      const fills = [...chart.instance.getDom().querySelectorAll('svg path')]
                        .map(path => path.getAttribute('fill')).filter(fill => kapok.colours.depth.includes(fill)
                          || kapok.colours.heat.includes(fill) || kapok.colours.both.includes(fill));
                      if (fills.length < 11) missing.push(option + ' ' + year + ': ' + fills.length);
                    }
                  }
                  return missing;
                })()""");

        assertThat(white).isEmpty();
        assertQuiet();
    }

    @Test
    void chart_data_isShownAndSaidInFull() {
        browser.open(whole, 1280, 900, "?lang=en");
        browser.eval("document.querySelector('[aria-controls=data-people]').click()");

        assertThat(browser.eval("document.querySelectorAll('#data-people tbody tr').length")
                        .asInt())
                .isEqualTo(16);
        String csv = browser.eval("kapok.csv(kapok.charts.find(each => each.spec.id === 'people').spec.table())")
                .asText();
        assertThat(csv).startsWith("\ufeffDate,Residents,Residents 2.5%");
        assertThat(csv.lines()).hasSize(17).anyMatch(line -> line.startsWith("2020-11-01,18676605,"));
    }

    @Test
    void csv_textThatASpreadsheetWouldRun_isMadeHarmless() {
        browser.open(whole, 1280, 900, "?lang=en");

        assertThat(browser.eval("kapok.csv({columns: ['a', 'b'], rows: [['=1+1', -3.5], ['say \"x\", y', null]]})")
                        .asText())
                .isEqualTo("\ufeffa,b\n'=1+1,-3.5\n\"say \"\"x\"\", y\",\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"people", "pyramid", "map", "shortage-years", "needs"})
    void chart_picture_isAPngTwiceAsLargeWithRoomForItsTitle(String chart) throws IOException {
        browser.open(whole, 1280, 900, "?lang=zh");
        browser.eval("kapok.drawAll()");
        int width = browser.eval("kapok.charts[0].instance.getWidth()").asInt();

        browser.eval("""
                kapok.save = (name, blob) => {
                  const reader = new FileReader();
                  reader.onload = () => { window.saved = [name, reader.result]; };
                  reader.readAsDataURL(blob);
                };
                document.querySelector('#chart-%s').closest('figure').querySelector('.chart-tools button:nth-child(3)').click();
                """.formatted(chart));
        browser.await("window.saved !== undefined");

        byte[] png = Base64.getDecoder()
                .decode(browser.eval("window.saved[1].split(',')[1]").asText());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(browser.eval("window.saved[0]").asText()).isEqualTo("guangzhou-" + chart + ".png");
        assertThat(picture.getWidth()).isBetween(width, 2 * width);
        assertThat(colours(picture)).as("colours of the picture").hasSizeGreaterThan(20);
        assertQuiet();
    }

    private static Set<Integer> colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours;
    }

    @Test
    void chart_shownAfterItWasHidden_isDrawnAcrossThePage() {
        browser.open(whole, 1280, 900, "?lang=en");
        browser.eval("kapok.drawAll()");
        String choose = "(() => { const list = document.querySelector('#services select'); list.value = '%s';"
                + " list.dispatchEvent(new Event('change')); })()";
        String without =
                browser.eval("kapok.services.find(each => !each.explained).id").asText();

        browser.eval(choose.formatted(without));
        assertThat(browser.eval("document.querySelector('#chart-explained').offsetWidth")
                        .asInt())
                .isZero();
        browser.eval("kapok.drawAll()");
        browser.eval(choose.formatted("beds"));

        assertThat(browser.eval("kapok.charts.find(each => each.spec.id === 'explained').instance.getWidth()")
                        .asInt())
                .isGreaterThan(800);
        assertQuiet();
    }

    @Test
    void scorecard_filters_showWhatIsAskedFor() {
        browser.open(whole, 1280, 900, "?lang=en");
        assertThat(text("#scorecard [role=status]")).isEqualTo("51 of 51 indicators shown");

        browser.eval("document.querySelector('#scorecard .chip.off_track').click()");
        assertThat(text("#scorecard [role=status]")).isEqualTo("1 of 51 indicators shown");
        assertThat(text("#scorecard tbody")).contains("Residents aged 65 and over", "off track");

        browser.eval("document.querySelector('#scorecard .chip.all').click()");
        browser.eval("(() => { const find = document.getElementById('find'); find.value = '床位';"
                + " find.dispatchEvent(new Event('input')); })()");
        assertThat(text("#scorecard [role=status]")).isEqualTo("2 of 51 indicators shown");
        assertQuiet();
    }

    @Test
    void names_ofMarkup_areShownAndNotRun() throws IOException {
        String name = "<script>document.title='run'</script><img src=x onerror=alert(1)>";
        Path file = folder.resolve("hostile.html");
        HtmlReport.of(ScenarioRun.of(Hamlet.called(name, folder.resolve("hostile"))))
                .write(file);

        browser.open(file, 1280, 900, "?lang=en");
        browser.eval("kapok.drawAll()");

        assertThat(text("#place")).isEqualTo(name);
        assertThat(browser.eval("document.title").asText()).startsWith("<script>");
        assertThat(browser.eval("document.querySelectorAll('img').length").asInt())
                .isZero();
        assertQuiet();
    }

    @ParameterizedTest(name = "{0} wide")
    @CsvSource({"1280", "390"})
    void open_leastScenario_hasItsThreePages(int width) throws IOException {
        Path file = folder.resolve("hamlet.html");
        HtmlReport.of(ScenarioRun.of(Hamlet.called("Hamlet", folder.resolve("hamlet"))))
                .write(file);

        browser.open(file, width, 900, "?lang=zh");
        browser.eval("kapok.drawAll()");

        assertThat(strings("[...document.querySelectorAll('main > section')].map(each => each.id)"))
                .containsExactly("summary", "population", "methods");
        assertThat(browser.eval("kapok.charts.length").asInt()).isEqualTo(5);
        assertThat(browser.eval("document.body.innerText").asText()).doesNotContain("undefined", "NaN", "[object");
        assertThat(browser.eval("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertQuiet();
    }

    @Test
    void print_wholeReport_isADocumentWithEveryChart() {
        browser.open(whole, 1280, 900, "?lang=en");

        byte[] pdf = browser.print();

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(browser.eval("kapok.charts.every(each => each.instance !== null)")
                        .asBoolean())
                .isTrue();
        assertQuiet();
    }

    private static void assertQuiet() {
        assertThat(browser.complaints()).as("what the page complains of").isEmpty();
        assertThat(browser.requests()).as("what the page asks a network for").isEmpty();
    }

    private static String text(String selector) {
        return browser.eval("document.querySelector('" + selector + "').textContent.replaceAll('\\u00a0', ' ')")
                .asText();
    }

    private static String text(String selector, String attribute) {
        return browser.eval("document.querySelector('" + selector + "').getAttribute('" + attribute + "')")
                .asText();
    }

    private static List<String> strings(String expression) {
        List<String> strings = new ArrayList<>();
        browser.eval(expression).forEach(each -> strings.add(each.asText()));
        return strings;
    }
}

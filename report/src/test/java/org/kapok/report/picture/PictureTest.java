package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.demand.DemandPath;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.ScenarioRun;

/** What pictures say, and what cannot be drawn. */
class PictureTest {
    private static Gallery gallery;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() {
        gallery = Gallery.of();
    }

    private static Drawing lay(Picture picture) {
        return picture.lay().drawing();
    }

    private static List<String> texts(Picture picture) {
        return lay(picture).labels().stream().map(Mark.Label::text).toList();
    }

    /** The widths of the figures that tell a reader of one thing. */
    private static List<Rectangle2D> figures(Drawing drawing, String about) {
        return drawing.marks().stream()
                .filter(Mark.Figure.class::isInstance)
                .map(Mark.Figure.class::cast)
                .filter(figure -> figure.about().startsWith(about))
                .map(figure -> figure.shape().getBounds2D())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void pyramid_menOnTheLeft_haveNoMinus(String language) {
        List<String> texts = texts(Picture.pyramid(gallery.run(), 2035).in(Locale.forLanguageTag(language)));

        assertThat(texts).noneMatch(text -> text.matches("[-\u2212].*")).contains("0", "100+");
        assertThat(texts).contains(language.equals("zh") ? "户籍常住" : "Registered and present");
    }

    @Test
    void pyramid_bars_areAsLongAsPersons() {
        Drawing drawing = lay(Picture.pyramid(gallery.run(), 2035, "440106"));

        for (int age : new int[] {0, 31, 70}) {
            List<Rectangle2D> bars = figures(drawing, age + ": ");
            List<Rectangle2D> most = figures(drawing, "31: ");
            assertThat(bars).hasSize(4); // two sexes of two statuses
            double women = bars.get(0).getWidth() + bars.get(1).getWidth();
            double of = most.get(0).getWidth() + most.get(1).getWidth();
            double expected = women(age) / women(31);
            assertThat(women / of).isCloseTo(expected, within(1e-9));
        }
    }

    private static double women(int age) {
        Selection who = Selection.residents().of(Sex.FEMALE).aged(age, age);
        return gallery.run().projection().in(2035).total(who, "440106");
    }

    @Test
    void trend_residents_endsAtTheirNumberBesideThePlan() {
        List<String> texts = texts(Picture.trend(gallery.run()).in(Locale.CHINESE));

        double last = gallery.run().projection().in(2035).total(Selection.residents());
        assertThat(texts)
                .contains("广州市常住人口与户籍人口，2020–2035年", "常住人口", "户籍人口", "目标 2,100", "目标 1,120")
                .contains(String.format(Locale.ENGLISH, "%,.0f", last / 1e4));
    }

    @Test
    void components_growth_isWhatResidentsGain() {
        List<String> texts = texts(Picture.components(gallery.run(), "440115").in(Locale.CHINESE));

        double before = gallery.run().projection().in(2020).total(Selection.residents(), "440115");
        double after = gallery.run().projection().in(2021).total(Selection.residents(), "440115");
        assertThat(texts).contains(String.format(Locale.ENGLISH, "%.2f", (after - before) / 1e4));
        assertThat(texts).anyMatch(text -> text.contains("单位：万人／年"));
    }

    @Test
    void fan_median_isThatOfTheDraws() {
        List<String> texts = texts(Picture.fan(gallery.ensemble()));

        double median =
                gallery.ensemble().spread(0, gallery.ensemble().steps() - 1).at(0.5);
        assertThat(texts).contains(String.format(Locale.ENGLISH, "Median %.1f", median / 1e6), "target 21.0");
        assertThat(String.join(" ", texts)).contains("40 futures").contains("Middle 95%");
    }

    @Test
    void fanOfDemand_beds_standBesideTheirSupply() {
        Picture picture = Picture.fanOfDemand(gallery.ensemble(), "beds", DemandPath.NORM);

        assertThat(texts(picture)).contains("Supply").anyMatch(text -> text.endsWith("in thousand beds"));
        assertThat(texts(picture.in(Locale.CHINESE)))
                .contains("广州市医疗卫生机构床位按标准应有量，2021–2035年", "供给")
                .anyMatch(text -> text.endsWith("单位：万张"));
        assertRefused(
                () -> Picture.fanOfDemand(gallery.ensemble(), "beds", DemandPath.NORM, "440103"),
                "got service \"beds\" by norm in area \"440103\", expected a service of [nursery");
    }

    @Test
    void shortages_beds_tellWhatIsMissing() {
        Drawing drawing = lay(Picture.shortages(gallery.run()));

        double shortage = gallery.run()
                .gap()
                .orElseThrow()
                .at("beds", "", DemandPath.NORM, 2035)
                .shortage();
        String told = String.format(Locale.ENGLISH, "\u2212%.0fk", shortage / 1e3);
        assertThat(figures(drawing, "Hospital beds (beds), 2035: " + told)).hasSize(1);
        assertThat(texts(Picture.shortages(gallery.run()))).contains(told);
    }

    @Test
    void shortages_ofAService_haveARowForEachRegion() {
        List<String> texts = texts(
                Picture.shortages(gallery.districts(), "beds", DemandPath.NORM).in(Locale.CHINESE));

        assertThat(texts).contains("荔湾区", "增城区", "2035").anyMatch(text -> text.contains("医疗卫生机构床位（张）"));
    }

    @Test
    void map_regions_tellTheirValues() {
        Drawing drawing = lay(Picture.map(gallery.run(), 2035));

        double tianhe = gallery.run().projection().in(2035).total(Selection.residents(), "440106");
        String told = String.format(Locale.ENGLISH, "Tianhe: %.2fM", tianhe / 1e6);
        assertThat(figures(drawing, told)).hasSize(1);
        assertThat(texts(Picture.map(gallery.run(), 2035).in(Locale.CHINESE)))
                .contains("天河区", "万人")
                .anyMatch(text -> text.contains("仅供示意"));
    }

    @Test
    void smallCity_oneRegionFiveYears_isDrawn() {
        ScenarioRun run = SmallCity.run(folder, "小镇");
        Map<String, Picture> pictures = Map.of(
                "pyramid", Picture.pyramid(run, 2040, "A"),
                "trend", Picture.trend(run, "registered"),
                "components", Picture.components(run));

        pictures.forEach((name, picture) -> {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                Drawing drawing = lay(picture.in(locale));
                assertThat(Layouts.collisions(drawing)).as(name).isEmpty();
                assertThat(Layouts.outside(drawing)).as(name).isEmpty();
            }
        });
        assertThat(texts(pictures.get("pyramid"))).contains("85+", "10-14").doesNotContain("all");
        assertThat(texts(pictures.get("components").in(Locale.CHINESE))).contains("小镇常住人口变动构成，2020–2039年");
    }

    @Test
    void titleAndNote_areAsAsked() {
        List<String> texts = texts(
                Picture.trend(gallery.run()).title("Our \"city\" <1>\u0001&").note("Checked by us."));

        assertThat(texts.get(0)).isEqualTo("Our \"city\" <1> &");
        assertThat(Picture.trend(gallery.run()).title("Our \"city\" <1>\u0001&").toSvg())
                .contains(">Our &quot;city&quot; &lt;1&gt; &amp;</text>");
        assertThat(texts).anyMatch(text -> text.endsWith("Checked by us."));
    }

    @Test
    void write_twice_givesTheSameBytes() throws IOException {
        Picture picture = Picture.pyramid(gallery.run(), 2030).in(Locale.CHINESE);
        for (String name : List.of("1", "2")) {
            picture.writePng(folder.resolve(name + ".png"));
            picture.writeSvg(folder.resolve(name + ".svg"));
        }

        assertThat(folder.resolve("2.png")).hasSameBinaryContentAs(folder.resolve("1.png"));
        assertThat(folder.resolve("2.svg")).hasSameBinaryContentAs(folder.resolve("1.svg"));
        assertThat(Files.readAllBytes(folder.resolve("1.png"))).contains("pHYs".getBytes("US-ASCII"));
    }

    @Test
    void request_unknown_saysWhatThereIs() {
        ScenarioRun run = gallery.run();
        assertRefused(() -> Picture.pyramid(run, 2036), "got year 2036, expected a year of [2020-11-01");
        assertRefused(
                () -> Picture.pyramid(run, 2035, "440199"),
                "got area \"440199\", expected \"\" for the whole place, a group of [central, outer] or a region of [440103");
        assertRefused(() -> Picture.trend(run, "residents"), "got measure \"residents\", expected one of [resident,");
        assertRefused(() -> Picture.trend(List.of()), "got no comparison");
        assertRefused(() -> Picture.components(run, "children", ""), "got measure \"births:children\"");
        assertRefused(
                () -> Picture.fan(gallery.ensemble(), "resident", "", AgeBand.parse("7-9")),
                "ages 7-9; expected a measure of [resident, registered, births");
        assertRefused(() -> Picture.map(run, 1999), "got year 1999");
        assertRefused(() -> Picture.map(run, "births:resident", 1999), "got flows of 1999");
        assertRefused(
                () -> Picture.map(SmallCity.run(folder, "小镇"), 2035),
                "got scenario small, expected one that says where its regions lie");
        assertRefused(
                () -> Picture.mapOfChange(run, "births:resident", 2035),
                "got measure \"births:resident\", expected one of people at a date");
        assertRefused(
                () -> Picture.shortages(run, "beds", DemandPath.NORM),
                "got service \"beds\", expected one that is supplied by region, of []");
        assertRefused(
                () -> Picture.shortages(SmallCity.run(folder, "小镇")),
                "got scenario small, expected one with services and supply");
        assertRefused(() -> Picture.trend(run).size(100, 100), "got 100 x 100, expected 600 x 400 to");
        assertRefused(() -> Picture.trend(run).density(Double.NaN), "got NaN, expected 0.5 to 8");
    }

    private static void assertRefused(Runnable request, String message) {
        assertThatThrownBy(request::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}

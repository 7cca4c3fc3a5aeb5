package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.ScenarioRun;

/** Chinese on machines without a Chinese font. */
class TypefaceTest {
    private static final Set<String> NONE = Set.of();

    @TempDir
    private Path folder;

    @Test
    void guangzhou_noFontInstalled_isSetInTheBundledOneAsShapes() {
        for (String name : List.of("guangzhou", "guangzhou-plan", "guangzhou-districts")) {
            ScenarioRun run = ScenarioRun.of(BundledScenarios.read(name));
            for (Picture picture : new Picture[] {
                Picture.pyramid(run, 2035), Picture.map(run, 2035), Picture.components(run), Picture.shortages(run)
            }) {
                Picture chinese = picture.in(Locale.CHINESE).withFamilies(NONE);

                assertThat(chinese.findings()).isEmpty();
                assertThat(chinese.toSvg()).doesNotContain("<text").contains("aria-label=\"广");
            }
        }
    }

    @Test
    void bundledFont_ownWords_hasAllTheirCharacters() {
        ResourceBundle words = ResourceBundle.getBundle("org.kapok.report.picture.Pictures", Locale.CHINESE);
        for (String key : words.keySet()) {
            assertThat(Typeface.covering(words.getString(key), NONE)).as(key).isPresent();
        }
    }

    @Test
    void place_charactersOfNoFont_isSetInEnglishAndSaid() {
        ScenarioRun run = SmallCity.run(folder, "䴖䴗镇");
        Picture picture = Picture.trend(run).in(Locale.CHINESE).withFamilies(NONE);

        Picture.Laid laid = picture.lay();

        assertThat(laid.drawing().text()).contains("Smallville: residents").doesNotContain("镇");
        assertThat(laid.findings()).singleElement().asString().contains("缺䴖䴗：", "Noto Sans CJK SC");
    }

    @Test
    void englishNames_charactersOfNoFont_areReplacedByIds() {
        ScenarioRun run = SmallCity.run(folder, "\uE000ville", "\uE001镇");
        Picture picture = Picture.trend(run).in(Locale.CHINESE).withFamilies(NONE);

        Picture.Laid laid = picture.lay();

        assertThat(laid.drawing().text()).contains("small: residents").doesNotContain("ville");
        assertThat(laid.findings()).singleElement().asString().contains("缺 \uE001\uE000：");
        assertThat(picture.in(Locale.ENGLISH).findings())
                .singleElement()
                .asString()
                .contains("lacks \uE000:");
    }

    @Test
    void title_charactersOfNoFont_isSaid() {
        Picture picture =
                Picture.trend(SmallCity.run(folder, "镇")).title("\uE000").withFamilies(NONE);

        Picture.Laid laid = picture.lay();

        assertThat(laid.drawing().labels()).hasSizeGreaterThan(10);
        assertThat(laid.findings()).singleElement().asString().contains("lacks \uE000");
    }

    @Test
    void covering_usualFamily_isTakenBeforeTheBundledOne() {
        Set<String> installed = Typeface.installed();
        Typeface first = Typeface.covering("Residents", installed).orElseThrow();

        assertThat(first.bundled()).isFalse();
        assertThat(first.families("Residents"))
                .startsWith("'")
                .endsWith("sans-serif")
                .contains("'Noto Sans'");
        assertThat(Typeface.covering("Residents", NONE).orElseThrow().bundled()).isTrue();
        assertThat(Typeface.covering("\uE000\u4D16", NONE)).isEmpty();
    }
}

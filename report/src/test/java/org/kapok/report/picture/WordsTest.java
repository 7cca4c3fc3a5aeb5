package org.kapok.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Numbers and phrases in both languages. */
class WordsTest {
    private final Words english = Words.of(Locale.GERMANY); // whoever does not read Chinese
    private final Words chinese = Words.of(Locale.TAIWAN);

    @Test
    void compact_persons_areToldInThreeDigits() {
        assertThat(english.compact(24_837_700)).isEqualTo("24.8M");
        assertThat(english.compact(818_400)).isEqualTo("818k");
        assertThat(english.compact(-9_955.4)).isEqualTo("\u22129,955");
        assertThat(chinese.compact(24_837_700)).isEqualTo("2,484万");
        assertThat(chinese.compact(15_660)).isEqualTo("1.57万");
        assertThat(chinese.compact(1_411_778_724)).isEqualTo("14.1亿");
        assertThat(chinese.compact(-0.3)).isEqualTo("0");
    }

    @Test
    void persons_unit_suitsTheLargest() {
        assertThat(english.persons(1.9e6)).isEqualTo(new Words.Unit(1e3, "thousands"));
        assertThat(english.persons(2e6)).isEqualTo(new Words.Unit(1e6, "millions"));
        assertThat(chinese.persons(1.9e6)).isEqualTo(new Words.Unit(1e4, "万人"));
        assertThat(chinese.persons(900)).isEqualTo(new Words.Unit(1, "人"));
    }

    @Test
    void bundles_bothLanguages_haveTheSameKeys() {
        ResourceBundle en = ResourceBundle.getBundle("org.kapok.report.picture.Pictures", Locale.ENGLISH);
        ResourceBundle zh = ResourceBundle.getBundle("org.kapok.report.picture.Pictures", Locale.CHINESE);

        assertThat(zh.keySet()).isEqualTo(en.keySet());
    }
}

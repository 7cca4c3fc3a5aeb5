package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kapok.core.Sex;
import org.kapok.demand.DemandPath;
import org.kapok.demand.scorecard.Scorecard;
import org.kapok.demand.scorecard.Verdict;
import org.kapok.projection.target.Measure;

class VocabularyTest {
    private static final Pattern BLANK = Pattern.compile("\\{(\\d)}");

    @Test
    void all_everyPhrase_standsInBothLanguagesWithTheSameBlanks() {
        assertThat(Vocabulary.all()).isNotEmpty();
        Vocabulary.all().forEach((key, text) -> {
            assertThat(text.en()).as(key).isNotBlank().doesNotContain("'"); // which would quote its blanks
            assertThat(text.zh()).as(key).isNotBlank().doesNotContain("'");
            assertThat(blanks(text.zh())).as(key).isEqualTo(blanks(text.en()));
        });
    }

    @Test
    void all_everyVerdictGradeMeasureAndPath_hasItsWord() {
        Set<String> keys = Vocabulary.all().keySet();

        for (Verdict verdict : Verdict.values()) {
            assertThat(keys).contains("verdict." + verdict.label());
        }
        for (Scorecard.Why why : Scorecard.Why.values()) {
            assertThat(keys).contains("why." + why.label());
        }
        for (Grade grade : Grade.values()) {
            assertThat(keys).contains("grade." + grade.label());
        }
        for (DemandPath path : DemandPath.values()) {
            assertThat(keys).contains("path." + path.label());
        }
        for (Sex sex : Sex.values()) {
            assertThat(keys).contains("sex." + sex.label());
        }
        for (Measure measure : Measure.of(BundledScenarios.read("guangzhou").inputs())) {
            String kind = measure.id().replaceFirst(":.*", "");
            assertThat(keys.contains("measure." + kind)
                            || Set.of("status", "transition").contains(kind))
                    .as(measure.id())
                    .isTrue();
        }
        for (Assumptions part : Assumptions.values()) {
            assertThat(keys).contains("step.trend." + part.name().toLowerCase(Locale.ROOT));
        }
        for (Wandering each :
                BundledScenarios.read("guangzhou").ensemble().orElseThrow().components()) {
            assertThat(keys.contains("component." + each.component())
                            || each.component().startsWith("transition:"))
                    .as(each.component())
                    .isTrue();
        }
    }

    @Test
    void of_eitherLanguage_fillsItsBlanks() {
        assertThat(Vocabulary.of(Locale.ENGLISH).of("share_of", "A", "b")).isEqualTo("A, % of b");
        assertThat(Vocabulary.of(Locale.SIMPLIFIED_CHINESE).of("share_of", "甲", "乙"))
                .isEqualTo("甲占乙比重");
        assertThat(Vocabulary.of(Locale.FRENCH).ages(AgeBand.parse("65+"))).isEqualTo("aged 65 and over");
        assertThat(Vocabulary.of(Locale.CHINESE).ages(AgeBand.parse("0-14"))).isEqualTo("0–14岁");
        assertThat(Vocabulary.of(Locale.CHINESE).aged("常住人口", AgeBand.parse("65+")))
                .isEqualTo("65岁及以上常住人口");
        assertThat(Vocabulary.of(Locale.ENGLISH).aged("Residents", AgeBand.all()))
                .isEqualTo("Residents");
        assertThatThrownBy(() -> Vocabulary.of(Locale.ENGLISH).of("no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Vocabulary: got no.such, expected a key of words.csv");
    }

    private static Set<String> blanks(String phrase) {
        return BLANK.matcher(phrase).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** One name for one thing, whoever shows it. */
class NamesTest {
    private static final Scenario PLAN = BundledScenarios.read("guangzhou-plan");

    private static List<String> targets(Locale locale) {
        Names names = new Names(PLAN, locale);
        return PLAN.targets().stream().map(names::target).toList();
    }

    @Test
    void target_sharesAndAreas_areNamedInBothLanguages() {
        assertThat(targets(Locale.ENGLISH))
                .contains(
                        "Residents",
                        "Registered people",
                        "Residents in Central districts",
                        "Residents aged 65 and over, % of residents",
                        "Urban residents, % of residents");
        assertThat(targets(Locale.CHINESE)).contains("中心四区常住人口", "65岁及以上常住人口占常住人口比重", "城镇常住人口占常住人口比重");
    }

    @Test
    void measure_flows_sayWhoseWhereNotOfResidents() {
        Names names = new Names(PLAN, Locale.ENGLISH);
        assertThat(names.measure("net_migration:resident")).isEqualTo("Net migration");
        assertThat(names.measure("net_migration:registered")).isEqualTo("Net migration, registered");
        assertThat(new Names(PLAN, Locale.CHINESE).measure("births:registered")).isEqualTo("出生（户籍人口）");
        assertThat(names.people("resident", AgeBand.parse("0-14"), "central"))
                .isEqualTo("Residents aged 0–14 in Central districts");
    }

    @Test
    void indicators_ofWhatTargetsAsk_haveTheirNames() {
        Names names = new Names(PLAN, Locale.CHINESE);
        assertThat(PLAN.titleOf("indicator", "registered").zh()).isEqualTo(names.measure("registered"));
        assertThat(PLAN.titleOf("indicator", "life_expectancy").zh()).isEqualTo(names.measure("life_expectancy"));
        assertThat(targets(Locale.CHINESE))
                .contains(PLAN.titleOf("indicator", "share_65").zh());
    }
}

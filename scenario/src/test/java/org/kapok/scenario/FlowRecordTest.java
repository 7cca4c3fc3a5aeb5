package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.projection.target.Measure;

/** What the past has seen, and how a needed flow is judged by it. */
class FlowRecordTest {
    private static final Measure NET = Measure.of(
                    BundledScenarios.read("guangzhou").inputs())
            .stream()
            .filter(measure -> measure.id().equals("net_migration:resident"))
            .findFirst()
            .orElseThrow();

    private static FlowRecord of(double... years) {
        List<RecordedFlow> flows = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            flows.add(new RecordedFlow(NET, "", 2010 + i, 2010 + i, years[i], ""));
        }
        return new FlowRecord(flows);
    }

    @Test
    void fiveYears_bestAndWorst_areMeansOfFiveInARow() {
        FlowRecord.Extremes extremes =
                of(1, 2, 3, 4, 5, 6, 0).fiveYears(NET.id(), "").orElseThrow();

        assertThat(extremes.high()).isEqualTo(4);
        assertThat(extremes.highYears()).isEqualTo("2011-2015");
        assertThat(extremes.low()).isEqualTo(3);
        assertThat(extremes.lowYears()).isEqualTo("2010-2014");
        assertThat(of(1, 2).fiveYears(NET.id(), "").orElseThrow().high()).isEqualTo(1.5);
        assertThat(of(1, 2).fiveYears(NET.id(), "elsewhere")).isEmpty();
    }

    @Test
    void fiveYears_guangzhou_isTheTrendsNetMigration() {
        FlowRecord past = BundledScenarios.read("guangzhou").goals().past();

        // the same as the estimate of the trend comes to from growth, births and deaths of 2016-2020
        assertThat(past.fiveYears(NET.id(), "").orElseThrow().low()).isCloseTo(412_969, within(1.0));
    }

    @Test
    void grade_followsTheDistanceFromTheRecord() {
        FlowRecord.Extremes past = new FlowRecord.Extremes(100, 2020, 40, 2015, 5);

        assertThat(Grade.of(100, past)).isEqualTo(Grade.SEEN);
        assertThat(Grade.of(125, past)).isEqualTo(Grade.STRETCH);
        assertThat(Grade.of(126, past)).isEqualTo(Grade.EXCEPTIONAL);
        assertThat(Grade.of(201, past)).isEqualTo(Grade.UNSEEN);
        assertThat(Grade.of(30, past)).isEqualTo(Grade.STRETCH);
        assertThat(Grade.of(29, past)).isEqualTo(Grade.EXCEPTIONAL);
        assertThat(Grade.of(109, 100.0)).isEqualTo(Grade.NEAR_TREND);
        assertThat(Grade.of(60, 100.0)).isEqualTo(Grade.OFF_TREND);
        assertThat(Grade.of(151, 100.0)).isEqualTo(Grade.FAR_FROM_TREND);
    }
}

package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

class ProcessesTest {
    private static final int STEPS = 15;

    @Test
    void ofInterval_afterItsSteps_holdsItsProbability() {
        FactorProcess tfr = FactorProcess.ofInterval(0.8, 1.3, 0.8, 15, FactorProcess.randomWalk(1, 0));
        double[] last = last(Processes.independent(List.of(tfr), 5), 0, 40_000);

        long inside = Arrays.stream(last).filter(x -> x >= 0.8 && x <= 1.3).count();
        long below = Arrays.stream(last).filter(x -> x < 0.8).count();
        // the standard error of a share of 0.8 is 0.002
        assertThat(inside / 40_000.0).isCloseTo(0.8, within(0.008));
        assertThat(below / 40_000.0).isCloseTo(0.1, within(0.006));
    }

    @Test
    void interval_ofDraws_coversASimulatedTruthAsOftenAsItSays() {
        FactorProcess process = FactorProcess.aroundPath(0.9, 0.1);
        double[] draws = last(Processes.independent(List.of(process), 1), 0, 4000);
        Arrays.sort(draws);
        double[] truths = last(Processes.independent(List.of(process), 2), 0, 4000);

        long covered = Arrays.stream(truths)
                .filter(x -> x > draws[400] && x < draws[3600])
                .count();
        // 80%, with errors of the truths (0.0063) and of the two quantiles
        assertThat(covered / 4000.0).isCloseTo(0.8, within(0.03));
    }

    @Test
    void fill_fading_hasTheMeanAndDeviationOfItsFormula() {
        FactorProcess process = new FactorProcess(0.8, 0.05, Math.log(1.2), 0.01);
        double[] logs = Arrays.stream(last(Processes.independent(List.of(process), 3), 0, 20_000))
                .map(Math::log)
                .toArray();

        assertThat(Arrays.stream(logs).average().orElseThrow())
                .isCloseTo(process.mean(STEPS), within(4 * process.deviation(STEPS) / Math.sqrt(20_000)));
        assertThat(new StandardDeviation().evaluate(logs)).isCloseTo(process.deviation(STEPS), within(0.003));
        assertThat(FactorProcess.aroundPath(1, 0.1).deviation(4)).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void fill_movingAverage_hasTheDeviationOfItsFormula() {
        FactorProcess process = FactorProcess.aroundPath(0.6, 0.05).withMovingAverage(0.8);
        double[] logs = logs(last(Processes.independent(List.of(process), 3), 0, 20_000));

        // after one step sd, after two sd sqrt(1 + (phi + theta)^2)
        assertThat(process.deviation(1)).isEqualTo(0.05);
        assertThat(process.deviation(2)).isCloseTo(0.05 * Math.sqrt(1 + 1.4 * 1.4), within(1e-15));
        assertThat(new StandardDeviation().evaluate(logs)).isCloseTo(process.deviation(STEPS), within(0.003));
        assertThat(process.deviation(STEPS))
                .isGreaterThan(FactorProcess.aroundPath(0.6, 0.05).deviation(STEPS));
        FactorProcess expected = FactorProcess.ofInterval(0.8, 1.3, 0.8, 15, process);
        assertThat(expected.theta()).isEqualTo(0.8);
        assertThat(Math.exp(expected.mean(15) - 1.2815515655446004 * expected.deviation(15)))
                .isCloseTo(0.8, within(1e-9));
    }

    @Test
    void fillSexes_ofADraw_deviateInOppositeDirectionsAndComeBack() {
        Processes processes = Processes.independent(List.of(FactorProcess.aroundPath(0, 0)), 6)
                .withSexes(FactorProcess.aroundPath(0.7, 0.1));
        double[] ratios = new double[20_000];
        for (int draw = 0; draw < ratios.length; draw++) {
            double[][] sexes = new double[2][200];
            processes.fillSexes(draw, sexes);
            assertThat(sexes[0][199] * sexes[1][199]).isCloseTo(1, within(1e-12));
            ratios[draw] = Math.log(sexes[1][199] / sexes[0][199]);
        }

        // however many steps, the ratio stays within 0.1 / sqrt(1 - 0.49)
        assertThat(new StandardDeviation().evaluate(ratios)).isCloseTo(0.14, within(0.003));
        assertThatThrownBy(() -> processes.withSexes(FactorProcess.randomWalk(0.1, 0)))
                .hasMessage("Processes.sexes: got phi 1.0, expected below 1, so that the sexes do not drift apart");
    }

    @Test
    void fillTiming_ofADraw_wandersByItsProcess() {
        FactorProcess process = FactorProcess.randomWalk(0.05, 0.01);
        Processes processes = Processes.independent(List.of(FactorProcess.aroundPath(0, 0)), 6)
                .withTiming(process);
        double[] logs = new double[20_000];
        for (int draw = 0; draw < logs.length; draw++) {
            double[] timing = new double[STEPS];
            processes.fillTiming(draw, timing);
            logs[draw] = Math.log(timing[STEPS - 1]);
        }

        assertThat(Arrays.stream(logs).average().orElseThrow()).isCloseTo(0.15, within(0.006));
        assertThat(new StandardDeviation().evaluate(logs)).isCloseTo(process.deviation(STEPS), within(0.004));
    }

    @Test
    void fillLocal_ofRegions_deviatesByItsOwnNumbersOnly() {
        FactorProcess still = FactorProcess.aroundPath(0, 0);
        FactorProcess local = FactorProcess.randomWalk(0.05, 0);
        Processes processes = Processes.of(List.of(still, still), Correlation.none(List.of("a", "b")), 4)
                .sampled(Sampling.ANTITHETIC, STEPS)
                .withLocal(List.of(Optional.empty(), Optional.of(local)));
        assertThat(processes.isLocal(0)).isFalse();
        assertThat(processes.isLocal(1)).isTrue();

        double[][] logs = new double[2][20_000];
        for (int draw = 0; draw < 20_000; draw++) {
            double[][] factors = new double[2][STEPS];
            processes.fillLocal(draw, 1, factors);
            for (int region = 0; region < 2; region++) {
                logs[region][draw] = Math.log(factors[region][STEPS - 1]);
            }
        }

        double expected = local.deviation(STEPS);
        assertThat(new StandardDeviation().evaluate(logs[0])).isCloseTo(expected, within(0.02 * expected));
        assertThat(logs[0][1]).isCloseTo(-logs[0][0], within(1e-12)); // mirrored
        assertThat(new PearsonsCorrelation().correlation(logs[0], logs[1])).isCloseTo(0, within(0.03));
        assertThatThrownBy(() -> processes.withLocal(List.of()))
                .hasMessage("Processes.local: got 0, expected 2, one per component");
    }

    @Test
    void fillLocal_regionsCorrelated_hasTheCorrelationGivenInEveryStep() {
        double[][] given = {{1, 0.7, 0}, {0.7, 1, -0.4}, {0, -0.4, 1}};
        Processes apart = Processes.independent(List.of(FactorProcess.aroundPath(0.8, 0.05)), 4)
                .withLocal(List.of(Optional.of(FactorProcess.aroundPath(0.8, 0.05))));
        Processes together = apart.withRegionsCorrelated(Correlation.of(List.of("A", "B", "C"), given));

        int draws = 20_000;
        double[][][] logs = new double[3][STEPS][draws];
        for (int draw = 0; draw < draws; draw++) {
            double[][] factors = new double[3][STEPS];
            double[][] same = new double[3][STEPS];
            together.fillLocal(draw, 0, factors);
            apart.fillLocal(draw, 0, same);
            assertThat(factors[0]).isEqualTo(same[0]); // the first region has its own shocks alone
            for (int region = 0; region < 3; region++) {
                for (int step = 0; step < STEPS; step++) {
                    logs[region][step][draw] = Math.log(factors[region][step]);
                }
            }
        }

        PearsonsCorrelation found = new PearsonsCorrelation();
        double expected = FactorProcess.aroundPath(0.8, 0.05).deviation(STEPS);
        for (int region = 0; region < 3; region++) {
            assertThat(new StandardDeviation().evaluate(logs[region][STEPS - 1]))
                    .isCloseTo(expected, within(0.02 * expected));
        }
        for (int step : new int[] {0, STEPS - 1}) {
            assertThat(found.correlation(logs[0][step], logs[1][step])).isCloseTo(0.7, within(0.02));
            assertThat(found.correlation(logs[1][step], logs[2][step])).isCloseTo(-0.4, within(0.03));
            assertThat(found.correlation(logs[0][step], logs[2][step])).isCloseTo(0, within(0.03));
        }
        assertThatThrownBy(() -> together.fillLocal(0, 0, new double[2][STEPS]))
                .hasMessage("Processes.regions: got a correlation of 3, expected one of 2 regions");
    }

    @Test
    void fill_correlated_hasTheCorrelationGiven() {
        double[][] correlation = {{1, 0.6, 0}, {0.6, 1, -0.3}, {0, -0.3, 1}};
        FactorProcess walk = FactorProcess.randomWalk(0.02, 0);
        Processes processes =
                Processes.of(List.of(walk, walk, walk), Correlation.of(List.of("a", "b", "c"), correlation), 9);

        double[] first = last(processes, 0, 20_000);
        double[] second = last(processes, 1, 20_000);
        double[] third = last(processes, 2, 20_000);

        PearsonsCorrelation found = new PearsonsCorrelation();
        assertThat(found.correlation(logs(first), logs(second))).isCloseTo(0.6, within(0.02));
        assertThat(found.correlation(logs(second), logs(third))).isCloseTo(-0.3, within(0.03));
        assertThat(found.correlation(logs(first), logs(third))).isCloseTo(0, within(0.03));
    }

    @Test
    void fill_sameSeedAndDraw_isTheSameWhateverElseIsDrawn() {
        Processes processes = Processes.independent(List.of(FactorProcess.randomWalk(0.1, 0)), 4);

        double[] many = last(processes, 0, 100);
        double[][] alone = new double[1][STEPS];
        processes.fill(77, alone);

        assertThat(alone[0][STEPS - 1]).isEqualTo(many[77]);
        assertThat(last(Processes.independent(List.of(FactorProcess.randomWalk(0.1, 0)), 5), 0, 1)[0])
                .isNotEqualTo(many[0]);
    }

    @Test
    void fill_seedOne_isTheValueOfEveryPlatform() {
        double[][] factors = new double[1][2];
        Processes.independent(List.of(FactorProcess.randomWalk(0.1, 0)), 1).fill(0, factors);

        assertThat(factors[0]).containsExactly(1.0518842072170076, 1.2729346244283533);
    }

    @Test
    void fill_antithetic_mirrorsPairsAndSteadiesTheMean() {
        Processes pairs = Processes.independent(List.of(FactorProcess.randomWalk(0.1, 0)), 4)
                .sampled(Sampling.ANTITHETIC, STEPS);

        double[] values = last(pairs, 0, 1000);

        for (int pair = 0; pair < 1000; pair += 2) {
            assertThat(Math.log(values[pair]) + Math.log(values[pair + 1])).isCloseTo(0, within(1e-12));
        }
        double[] plain = last(Processes.independent(List.of(FactorProcess.randomWalk(0.1, 0)), 4), 0, 1000);
        double mean = Math.exp(0.01 * STEPS / 2);
        assertThat(Math.abs(Arrays.stream(values).average().orElseThrow() - mean))
                .isLessThan(Math.abs(Arrays.stream(plain).average().orElseThrow() - mean) + 0.02);
    }

    @Test
    void processes_wrongNumbers_areRefused() {
        assertThatThrownBy(() -> FactorProcess.aroundPath(0.5, -0.1))
                .hasMessage("FactorProcess.sd: got -0.1, expected 0 or more, finite");
        assertThatThrownBy(() -> FactorProcess.aroundPath(1.1, 0.1))
                .hasMessage("FactorProcess.phi: got 1.1, expected 0 to 1");
        assertThatThrownBy(() -> FactorProcess.ofInterval(1.3, 0.8, 0.8, 15, FactorProcess.randomWalk(1, 0)))
                .hasMessage("FactorProcess: got an interval from 1.3 to 0.8, expected 0 < low < high");
        assertThatThrownBy(() -> FactorProcess.ofInterval(0.8, 1.3, 1, 15, FactorProcess.randomWalk(1, 0)))
                .hasMessage("FactorProcess.probability: got 1.0, expected above 0, below 1");
        FactorProcess walk = FactorProcess.randomWalk(0.1, 0);
        assertThatThrownBy(() -> Processes.of(List.of(walk, walk), Correlation.none(List.of("a")), 1))
                .hasMessage("Processes.correlation: got 1 components, expected 2, one per process");
        assertThatThrownBy(() -> new Trajectories(new double[2][1][3]).fill(2, new double[1][3]))
                .hasMessage("Trajectories: got draw 2, expected one of 2 from 0 on");
        assertThatThrownBy(() -> new Trajectories(new double[2][1][3]).fill(1, new double[1][4]))
                .hasMessage("Trajectories, draw 1: got 1 components, expected 1 of 4 steps each");
    }

    /** The factor of a component after the last step in every draw. */
    private static double[] last(Processes processes, int component, int draws) {
        double[] values = new double[draws];
        double[][] factors = new double[processes.size()][STEPS];
        for (int draw = 0; draw < draws; draw++) {
            processes.fill(draw, factors);
            values[draw] = factors[component][STEPS - 1];
        }
        return values;
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }
}

package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

class AutoregressionEstimateTest {
    private static double[] simulated(double phi, double sd, int years, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double x = 0;
        double[] history = new double[years];
        for (int t = 0; t < years; t++) {
            x = phi * x + sd * FactorProcess.quantile(random.nextDouble());
            history[t] = 1.4 * Math.exp(x);
        }
        return history;
    }

    @Test
    void of_history_isTheRegressionOnTheYearBefore() {
        double[] history = simulated(0.7, 0.1, 25, 3);
        SimpleRegression regression = new SimpleRegression();
        for (int t = 1; t < history.length; t++) {
            regression.addData(Math.log(history[t - 1]), Math.log(history[t]));
        }

        AutoregressionEstimate estimate = AutoregressionEstimate.of(history);

        assertThat(estimate.phi()).isCloseTo(regression.getSlope(), within(1e-12));
        assertThat(estimate.sd()).isCloseTo(Math.sqrt(regression.getMeanSquareError()), within(1e-12));
        assertThat(estimate.phiError()).isCloseTo(regression.getSlopeStdErr(), within(1e-12));
        assertThat(estimate.degrees()).isEqualTo(22);
        assertThat(estimate.likeliest()).isEqualTo(FactorProcess.aroundPath(estimate.phi(), estimate.sd()));
    }

    @Test
    void of_longHistory_findsTheProcess() {
        AutoregressionEstimate estimate = AutoregressionEstimate.of(simulated(0.8, 0.05, 20_000, 8));

        assertThat(estimate.phi()).isCloseTo(0.8, within(0.015));
        assertThat(estimate.sd()).isCloseTo(0.05, within(0.001));
    }

    @Test
    void of_risingFasterAndFaster_isAWalk() {
        assertThat(AutoregressionEstimate.of(new double[] {1, 1.1, 1.3, 1.7, 2.5, 4.5})
                        .phi())
                .isEqualTo(1);
        assertThatThrownBy(() -> AutoregressionEstimate.of(new double[] {1, 2, 3, 4, 5}))
                .hasMessageContaining("expected the values of 6 or more consecutive years, each above 0");
        assertThatThrownBy(() -> AutoregressionEstimate.of(new double[] {1, 2, 0, 4, 5, 6}))
                .hasMessageContaining("expected the values of 6 or more consecutive years, each above 0");
    }

    /** With numbers drawn from what a short history leaves open, intervals cover futures as often as they say. */
    @Test
    void fill_estimatedFromShortHistories_coversTheFuture() {
        int histories = 600;
        int draws = 400;
        int inside = 0;
        int insideFixed = 0;
        for (int history = 0; history < histories; history++) {
            double[] all = simulated(0.5, 0.1, 61, history);
            double[] past = Arrays.copyOfRange(all, 40, 56);
            AutoregressionEstimate estimate = AutoregressionEstimate.of(past);
            Processes fixed = Processes.independent(List.of(estimate.likeliest()), history);
            Processes open = fixed.withEstimates(List.of(Optional.of(estimate)));
            // the shock of one more step, from a start on the path
            double truth = 0.1 * FactorProcess.quantile(new SplittableRandom(history + 1_000_000L).nextDouble());
            inside += isInside(open, draws, truth) ? 1 : 0;
            insideFixed += isInside(fixed, draws, truth) ? 1 : 0;
        }

        // standard error of a share of 0.8 of 600: 0.016
        assertThat((double) inside / histories).isCloseTo(0.8, within(0.045));
        assertThat(insideFixed).isLessThan(inside);
    }

    private static boolean isInside(Processes processes, int draws, double truth) {
        double[] logs = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double[][] factors = new double[1][1];
            processes.fill(draw, factors);
            logs[draw] = Math.log(factors[0][0]);
        }
        Quantiles quantiles = Quantiles.of(logs);
        return truth > quantiles.at(0.1) && truth < quantiles.at(0.9);
    }
}

package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArmaEstimateTest {
    /** The level of Lake Huron 1875 to 1972, feet (Brockwell and Davis 1991, appendix A). */
    private static final double[] HURON = {
        580.38, 581.86, 580.97, 580.8, 579.79, 580.39, 580.42, 580.82, 581.4, 581.32, 581.44, 581.68, 581.17, 580.53,
        580.01, 579.91, 579.14, 579.16, 579.55, 579.67, 578.44, 578.24, 579.1, 579.09, 579.35, 578.82, 579.32, 579.01,
        579, 579.8, 579.83, 579.72, 579.89, 580.01, 579.37, 578.69, 578.19, 578.67, 579.55, 578.92, 578.09, 579.37,
        580.13, 580.14, 579.51, 579.24, 578.66, 578.86, 578.05, 577.79, 576.75, 576.75, 577.82, 578.64, 580.58, 579.48,
        577.38, 576.9, 576.94, 576.24, 576.84, 576.85, 576.9, 577.79, 578.18, 577.51, 577.23, 578.42, 579.61, 579.05,
        579.26, 579.22, 579.38, 579.1, 577.95, 578.12, 579.75, 580.85, 580.41, 579.96, 579.61, 578.76, 578.18, 577.21,
        577.13, 579.1, 578.25, 577.91, 576.89, 575.96, 576.8, 577.68, 578.38, 578.52, 579.74, 579.31, 579.89, 579.96
    };

    /** Logarithms of 40 years of an ARMA(1, 1) with phi 0.6 and theta 0.4, simulated with R. */
    private static final double[] SIMULATED = {
        0.029393, -0.096564, -0.084489, -0.080439, -0.003772, 0.164580, 0.056776, 0.039823, 0.050569,
        0.123294, 0.086821, 0.126564, -0.065103, 0.060082, 0.190105, 0.133577, -0.070786, -0.036131,
        0.052361, 0.050109, 0.044957, -0.025379, -0.001711, 0.043191, 0.009775, -0.138929, -0.066732,
        0.043410, -0.035417, -0.214161, -0.171784, -0.129381, -0.066171, -0.158998, -0.243076, -0.075635,
        0.038427, 0.097856, 0.263696, 0.243709
    };

    private static double[] simulated(double phi, double theta, double sd, int years, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double x = 0;
        double before = 0;
        double[] history = new double[years];
        for (int t = 0; t < years; t++) {
            double shock = FactorProcess.quantile(random.nextDouble());
            x = phi * x + sd * (shock + theta * before);
            before = shock;
            history[t] = 1.4 * Math.exp(x);
        }
        return history;
    }

    /**
     * The largest exact likelihood, worked out with R 4.2 from the whole covariance matrix; its arima(log(y), order =
     * c(1, 0, 1), method = "ML") gives 0.74469 and 0.32120. Their sd is over all years.
     */
    @Test
    void of_lakeHuron_isTheEstimateOfR() {
        ArmaEstimate estimate = ArmaEstimate.of(HURON);

        assertThat(estimate.likeliest().phi()).isCloseTo(0.744691345, within(1e-7));
        assertThat(estimate.likeliest().theta()).isCloseTo(0.321205251, within(1e-7));
        assertThat(estimate.likeliest().sd() * Math.sqrt(95 / 98.0)).isCloseTo(0.0011904244, within(1e-9));
        // standard errors by the curvature of the likelihood: 0.0777 and 0.1135
        assertThat(estimate.phiError()).isCloseTo(0.0777, within(0.01));
        assertThat(estimate.thetaError()).isCloseTo(0.1135, within(0.015));
        assertThat(estimate.degrees()).isEqualTo(97);
    }

    /** Of the feet themselves R gives 0.7449 and 0.3206; Brockwell and Davis 0.7446 and 0.3213, around the plain mean. */
    @Test
    void of_fortyYears_isTheEstimateOfR() {
        ArmaEstimate estimate =
                ArmaEstimate.of(Arrays.stream(SIMULATED).map(Math::exp).toArray());

        assertThat(estimate.likeliest().phi()).isCloseTo(0.3978105, within(2e-6));
        assertThat(estimate.likeliest().theta()).isCloseTo(0.4297782, within(2e-6));
        assertThat(estimate.likeliest().sd() * Math.sqrt(37 / 40.0)).isCloseTo(0.0856939, within(1e-6));
        assertThat(estimate.likeliest().level()).isZero();
    }

    @Test
    void of_longHistory_findsTheProcess() {
        FactorProcess found =
                ArmaEstimate.of(simulated(0.8, -0.3, 0.05, 20_000, 8)).likeliest();

        assertThat(found.phi()).isCloseTo(0.8, within(0.02));
        assertThat(found.theta()).isCloseTo(-0.3, within(0.03));
        assertThat(found.sd()).isCloseTo(0.05, within(0.001));
    }

    @Test
    void drawn_manyTimes_hasTheErrorsThatAreTold() {
        ArmaEstimate estimate = ArmaEstimate.of(HURON);
        SplittableRandom random = new SplittableRandom(3);
        double[] phis = new double[4000];
        double[] sds = new double[4000];

        for (int i = 0; i < phis.length; i++) {
            FactorProcess drawn = estimate.drawn(() -> FactorProcess.quantile(random.nextDouble()));
            phis[i] = drawn.phi();
            sds[i] = drawn.sd();
        }

        assertThat(Quantiles.of(phis).deviation()).isCloseTo(estimate.phiError(), within(0.004));
        assertThat(Quantiles.of(phis).mean()).isCloseTo(estimate.likeliest().phi(), within(0.03));
        assertThat(Quantiles.of(sds).mean()).isCloseTo(estimate.likeliest().sd(), within(3e-5));
    }

    /** With numbers drawn from what a short history leaves open, intervals cover futures as often as they say. */
    @Test
    void fill_estimatedFromShortHistories_coversTheFuture() {
        int histories = 400;
        int inside = 0;
        for (int history = 0; history < histories; history++) {
            double[] past = Arrays.copyOfRange(simulated(0.6, 0.4, 0.1, 56, history), 40, 56);
            Processes open = Processes.independent(List.of(FactorProcess.aroundPath(0, 0)), history)
                    .withEstimates(List.of(Optional.of(ArmaEstimate.of(past))));
            SplittableRandom random = new SplittableRandom(history + 1_000_000L);
            double shock = FactorProcess.quantile(random.nextDouble());
            double first = 0.1 * shock; // two steps, from a start on the path
            double truth = 0.6 * first + 0.1 * (FactorProcess.quantile(random.nextDouble()) + 0.4 * shock);
            double[] logs = new double[400];
            for (int draw = 0; draw < logs.length; draw++) {
                double[][] factors = new double[1][2];
                open.fill(draw, factors);
                logs[draw] = Math.log(factors[0][1]);
            }
            Quantiles quantiles = Quantiles.of(logs);
            inside += truth > quantiles.at(0.1) && truth < quantiles.at(0.9) ? 1 : 0;
        }

        // standard error of a share of 0.8 of 400: 0.02
        assertThat((double) inside / histories).isCloseTo(0.8, within(0.05));
    }

    @Test
    void of_tooShortOrAlwaysTheSame_isRefused() {
        double[] same = new double[20];
        Arrays.fill(same, 1.2);
        for (double[] wrong :
                new double[][] {Arrays.copyOf(HURON, 11), same, {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3}}) {
            assertThatThrownBy(() -> ArmaEstimate.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(
                            "expected the values of 12 or more consecutive years, each above 0, not all the same");
        }
    }
}

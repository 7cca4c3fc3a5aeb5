package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What draws that relate to each other are worth, and that each alone is as any. */
class SamplingTest {
    private static final int STEPS = 15;
    private static final FactorProcess WALK = FactorProcess.randomWalk(0.05, 0);
    private static final FactorProcess FADING = FactorProcess.aroundPath(0.6, 0.1);

    private static Processes processes(Sampling sampling, long seed) {
        return Processes.independent(List.of(WALK, FADING), seed).sampled(sampling, STEPS);
    }

    /** What a population might come to: growth by both components over all steps. */
    private static double[] outcomes(Sampling sampling, long seed, int draws) {
        Processes processes = processes(sampling, seed);
        double[] outcomes = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            double[][] factors = new double[2][STEPS];
            processes.fill(draw, factors);
            for (int step = 0; step < STEPS; step++) {
                outcomes[draw] += factors[0][step] + factors[1][step];
            }
        }
        return outcomes;
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void fill_anySampling_hasTheSameDistributionInEveryDraw(Sampling sampling) {
        int seeds = 4000;
        double[] walk = new double[seeds];
        double[] fading = new double[seeds];
        double[] earlier = new double[seeds];
        for (int seed = 0; seed < seeds; seed++) {
            double[][] factors = new double[2][STEPS];
            processes(sampling, seed).fill(77, factors); // one and the same draw of many ensembles
            walk[seed] = Math.log(factors[0][STEPS - 1]);
            earlier[seed] = Math.log(factors[0][STEPS / 2]);
            fading[seed] = Math.log(factors[1][STEPS - 1]);
        }

        assertThat(Arrays.stream(walk).average().orElseThrow()).isCloseTo(0, within(0.015));
        assertThat(new StandardDeviation().evaluate(walk)).isCloseTo(WALK.deviation(STEPS), within(0.008));
        assertThat(new StandardDeviation().evaluate(fading)).isCloseTo(FADING.deviation(STEPS), within(0.005));
        PearsonsCorrelation correlation = new PearsonsCorrelation();
        assertThat(correlation.correlation(walk, fading)).isCloseTo(0, within(0.06));
        assertThat(correlation.correlation(walk, earlier)).isCloseTo(Math.sqrt(8.0 / 15), within(0.03));
    }

    /** The root of the mean squared error over many ensembles. */
    private static double error(Sampling sampling, ToDoubleFunction<double[]> told) {
        List<Double> values = new ArrayList<>();
        for (int seed = 0; seed < 40; seed++) {
            values.add(told.applyAsDouble(outcomes(sampling, 1000 + seed, 1000)));
        }
        return new StandardDeviation()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void outcomes_ofRelatedDraws_haveSmallerErrors() {
        ToDoubleFunction<double[]> mean =
                values -> Arrays.stream(values).average().orElseThrow();
        ToDoubleFunction<double[]> low = values -> Quantiles.of(values).at(0.1);

        double plain = error(Sampling.PLAIN, mean);
        double plainLow = error(Sampling.PLAIN, low);

        assertThat(error(Sampling.ANTITHETIC, mean)).isLessThan(0.4 * plain);
        assertThat(error(Sampling.QUASI_RANDOM, mean)).isLessThan(0.15 * plain);
        assertThat(error(Sampling.QUASI_RANDOM, low)).isLessThan(0.5 * plainLow);
    }

    @Test
    void sobol_points_areThoseOfTheLibrary() {
        // of one step, amplitudes are the shocks
        SobolNormals normals = new SobolNormals(3, 1, () -> 0L);
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(3);
        sequence.skipTo(1);
        for (int draw = 1; draw < 3000; draw++) {
            double[] point = draw == 1 ? new SobolSequenceGenerator(3).skipTo(1) : sequence.nextVector();
            double[][] shocks = new double[1][3];
            normals.fill(draw, null, shocks);
            for (int i = 0; i < 3; i++) {
                assertThat(shocks[0][i])
                        .as("draw " + draw)
                        .isCloseTo(FactorProcess.quantile(point[i] + 0x1.0p-53), within(1e-12));
            }
        }
    }
}

package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kapok.projection.ensemble.Quantiles;

/** Spreads of draws that come in by blocks. */
class SpreadTest {
    private static final int BLOCK = 128;
    private static final double[] PROBABILITIES = {0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975};

    private static double[] lognormal(int count) {
        SplittableRandom random = new SplittableRandom(11);
        double[] draws = new double[count];
        for (int i = 0; i < count; i++) {
            double sum = -6;
            for (int k = 0; k < 12; k++) {
                sum += random.nextDouble(); // close to a standard normal number
            }
            draws[i] = 2e7 * StrictMath.exp(0.1 * sum);
        }
        return draws;
    }

    private static void add(Spread spread, double[] draws, int from, int to) {
        for (int at = from; at < to; at += BLOCK) {
            spread.add(Arrays.copyOfRange(draws, at, Math.min(at + BLOCK, to)), Math.min(BLOCK, to - at));
        }
    }

    @Test
    void quantiles_sketchOfManyDraws_areNearThoseOfAll() {
        double[] draws = lognormal(100_000);
        Spread sketch = Spread.of(Spread.Kind.SKETCH, 1, draws.length).get(0);
        add(sketch, draws, 0, draws.length);
        double[] sorted = draws.clone();
        Arrays.sort(sorted);

        Quantiles quantiles = sketch.quantiles();

        Quantiles exact = Quantiles.of(draws);
        assertThat(quantiles.draws()).isEqualTo(draws.length);
        assertThat(quantiles.mean()).isCloseTo(exact.mean(), within(1e-12 * exact.mean()));
        assertThat(quantiles.deviation()).isCloseTo(exact.deviation(), within(1e-9 * exact.deviation()));
        for (double probability : PROBABILITIES) {
            int rank = Math.abs(Arrays.binarySearch(sorted, quantiles.at(probability)) + 1);
            assertThat((double) rank / draws.length)
                    .as("rank at " + probability)
                    .isCloseTo(probability, within(0.003));
            assertThat(quantiles.error(probability)).isGreaterThan(exact.error(probability));
        }
    }

    @ParameterizedTest
    @EnumSource(Spread.Kind.class)
    void write_andReadInBetween_givesTheSameBits(Spread.Kind kind) throws IOException {
        double[] draws = lognormal(5000);
        Spread unbroken = Spread.of(kind, 1, draws.length).get(0);
        add(unbroken, draws, 0, draws.length);
        Spread first = Spread.of(kind, 1, draws.length).get(0);
        add(first, draws, 0, 17 * BLOCK);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        first.write(new DataOutputStream(bytes));

        Spread second = Spread.of(kind, 1, draws.length).get(0);
        second.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        add(second, draws, 17 * BLOCK, draws.length);

        assertThat(second.quantiles().mean()).isEqualTo(unbroken.quantiles().mean());
        assertThat(second.quantiles().deviation())
                .isEqualTo(unbroken.quantiles().deviation());
        if (kind != Spread.Kind.VARIANCE) {
            for (double probability : PROBABILITIES) {
                assertThat(second.quantiles().at(probability))
                        .isEqualTo(unbroken.quantiles().at(probability));
            }
        }
    }
}

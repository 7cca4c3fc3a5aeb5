package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class QuantilesTest {
    @Test
    void at_fewDraws_runsStraightBetweenThem() {
        Quantiles quantiles = Quantiles.of(new double[] {4, 1, 2, 3, 5});

        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(0.5)).isEqualTo(3);
        assertThat(quantiles.at(0.9)).isCloseTo(4.6, within(1e-12));
        assertThat(quantiles.at(1)).isEqualTo(5);
        assertThat(quantiles.mean()).isEqualTo(3);
        assertThat(quantiles.deviation()).isCloseTo(Math.sqrt(2.5), within(1e-12));
    }

    @Test
    void error_manySamples_coversTheTrueQuantileAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(11);
        int covered = 0;
        for (int sample = 0; sample < 1000; sample++) {
            double[] draws = random.doubles(500).toArray();
            Quantiles quantiles = Quantiles.of(draws);
            covered += Math.abs(quantiles.at(0.9) - 0.9) <= quantiles.error(0.9) ? 1 : 0;
        }

        assertThat(covered / 1000.0).isCloseTo(0.95, within(0.03));
    }

    @Test
    void quantiles_wrongInput_isRefused() {
        assertThatThrownBy(() -> Quantiles.of(new double[0])).hasMessage("Quantiles: got no draws, expected 1 or more");
        assertThatThrownBy(() -> Quantiles.of(new double[] {1}).at(1.1))
                .hasMessage("Quantiles.probability: got 1.1, expected 0 to 1");
    }
}

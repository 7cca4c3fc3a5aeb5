package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationTest {
    private static final List<String> FOUR = List.of("a", "b", "c", "d");

    @Test
    void mix_independentShocks_givesTheMatrixBack() {
        double[][] given = {{1, 0.5, 0.2, 0}, {0.5, 1, -0.3, 0}, {0.2, -0.3, 1, 0.7}, {0, 0, 0.7, 1}};
        Correlation correlation = Correlation.of(FOUR, given);

        double[][] mixed = new double[4][4]; // thing, shock
        for (int shock = 0; shock < 4; shock++) {
            double[] alone = new double[4];
            alone[shock] = 1;
            for (int thing = 0; thing < 4; thing++) {
                mixed[thing][shock] = correlation.mix(thing, alone);
            }
        }

        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < 4; other++) {
                double product = 0;
                for (int shock = 0; shock < 4; shock++) {
                    product += mixed[one][shock] * mixed[other][shock];
                }
                assertThat(product).isCloseTo(given[one][other], within(1e-15));
                assertThat(correlation.at(one, other)).isEqualTo(given[one][other]);
            }
        }
    }

    /** a goes with c, c with d, and a against d: no three numbers can. b has nothing to do with it. */
    @Test
    void of_notPositiveDefinite_namesTheThingsThatCannotAllHold() {
        double[][] given = {{1, 0, 0.9, -0.9}, {0, 1, 0, 0}, {0.9, 0, 1, 0.9}, {-0.9, 0, 0.9, 1}};

        assertThatThrownBy(() -> Correlation.of(FOUR, given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Correlation: got numbers that cannot all hold between a, c, d, expected a positive definite"
                                + " matrix");
    }

    @Test
    void of_wrongNumbers_areRefused() {
        List<String> two = List.of("a", "b");
        assertThatThrownBy(() -> Correlation.of(two, new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessage("Correlation, b and a: got 0.4, expected a symmetric matrix of -1 to 1 with 1 on the"
                        + " diagonal");
        assertThatThrownBy(() -> Correlation.of(two, new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
                .hasMessageContaining("got NaN");
        assertThatThrownBy(() -> Correlation.of(two, new double[][] {{1, 0.5}}))
                .hasMessage("Correlation: got 1 rows, one of 2 numbers, expected 2 of 2 numbers each");
    }
}

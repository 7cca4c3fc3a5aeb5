package org.kapok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kapok.peers.PeerNumbers;

class AgeHeapingTest {
    @Test
    void indices_demoToolsExample_match() {
        JsonNode peer = PeerNumbers.cases("demotools_smooth_heaping.json").get(1);
        double[] persons = numbers(peer.get("input").get("Value"));
        JsonNode expected = peer.get("output");

        double[] actual = {
            AgeHeaping.whipple(persons, 25, 60, Set.of(0, 5)),
            AgeHeaping.whipple(persons, 25, 60, Set.of(0)),
            AgeHeaping.noumbissi(persons, 20, 50, 0),
            AgeHeaping.spoorenberg(persons, 20, 64),
            AgeHeaping.myers(persons, 10, 89),
            AgeHeaping.bachi(persons, 23, 77),
            AgeHeaping.coaleLi(persons, 60, 99, 5, 0)
        };

        String[] names = {"whipple_0_5", "whipple_0", "noumbissi_0", "spoorenberg", "myers", "bachi_orig", "coale_li_0"
        };
        for (int i = 0; i < names.length; i++) {
            assertThat(actual[i]).as(names[i]).isCloseTo(expected.get(names[i]).doubleValue(), within(1e-12));
        }
    }

    @Test
    void indices_evenAges_showNoHeaping() {
        double[] persons = new double[100];
        Arrays.fill(persons, 7);

        assertThat(AgeHeaping.whipple(persons, 25, 60, Set.of(0, 5))).isCloseTo(1, within(1e-12));
        assertThat(AgeHeaping.noumbissi(persons, 20, 50, 0)).isCloseTo(1, within(1e-12));
        assertThat(AgeHeaping.spoorenberg(persons, 20, 64)).isCloseTo(0, within(1e-12));
        assertThat(AgeHeaping.myers(persons, 10, 89)).isCloseTo(0, within(1e-12));
        assertThat(AgeHeaping.bachi(persons, 23, 77)).isCloseTo(0, within(1e-12));
        assertThat(AgeHeaping.coaleLi(persons, 60, 89, 5, 0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void indices_everyAgeOnDigitZero_areAtTheirLimits() {
        double[] persons =
                IntStream.range(0, 100).mapToDouble(x -> x % 10 == 0 ? 1 : 0).toArray();

        assertThat(AgeHeaping.whipple(persons, 25, 60, Set.of(0))).isCloseTo(10, within(1e-12));
        assertThat(AgeHeaping.noumbissi(persons, 20, 50, 0)).isCloseTo(5, within(1e-12));
        assertThat(AgeHeaping.myers(persons, 10, 89)).isCloseTo(90, within(1e-12));
        assertThat(AgeHeaping.bachi(persons, 23, 77)).isCloseTo(90, within(1e-12));
        // Of the 25 ages averaged, that of the digit itself weighs five times: 1 / (5 / 25).
        assertThat(AgeHeaping.coaleLi(persons, 60, 89, 5, 0)).isCloseTo(5, within(1e-12));
    }

    @Test
    void bachi_brokenDecades_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeHeaping.bachi(new double[100], 23, 72))
                .withMessageContaining("got ages 23 to 72, expected a last age one or more decades and 4 years after");
    }

    @Test
    void coaleLi_agesItCannotAverage_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeHeaping.coaleLi(new double[100], 60, 99, 4, 0))
                .withMessageContaining("got an average of 4 ages");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeHeaping.coaleLi(new double[93], 60, 92, 5, 0))
                .withMessage("AgeHeaping: got ages 86 to 94, expected some of 0 to 92");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeHeaping.coaleLi(new double[100], 61, 69, 5, 0))
                .withMessageContaining("expected one or more with last digit 0");
    }

    @Test
    void myers_brokenDecades_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeHeaping.myers(new double[100], 23, 77))
                .withMessageContaining("got ages 23 to 77, expected two or more whole decades");
    }

    @Test
    void whipple_agesBeyondTheData_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgeHeaping.whipple(new double[50], 25, 60, Set.of(0)))
                .withMessage("AgeHeaping: got ages 23 to 62, expected some of 0 to 49");
    }
}

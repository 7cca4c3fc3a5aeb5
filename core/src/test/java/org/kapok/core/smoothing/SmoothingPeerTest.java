package org.kapok.core.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kapok.peers.PeerNumbers.assertClose;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.peers.PeerNumbers;

/** Against DemoTools 01.13.87: formulas to 1e-12 relative, the zigzag's search as its test says. */
class SmoothingPeerTest {
    private static final AgeGroups FIVES = AgeGroups.fiveYears(80);
    private static final AgeGroups SINGLE = AgeGroups.singleYears(100);

    @Test
    void smooth_fiveYearFormulas_matchDemoTools() {
        JsonNode peer = peer("smooth5_NGA");
        double[] counts = numbers(peer.get("input").get("Value"));
        Map<String, Smoothing> ways = Map.of(
                "Carrier-Farrag", Smoothing.carrierFarrag(),
                "KKN", Smoothing.karupKingNewton(),
                "Arriaga", Smoothing.arriaga(),
                "United Nations", Smoothing.unitedNations(),
                "Strong", Smoothing.strong(),
                "MAV", Smoothing.movingAverage(3));

        ways.forEach((name, way) -> assertClose(
                name, way.smooth(counts, FIVES), numbers(peer.get("output").get(name)), 1e-12));
    }

    /** The peer stops its simplex search a little before the least sum, so its counts agree to 1e-3 only. */
    @Test
    void zigzag_demoToolsExample_isSmootherAndClose() {
        JsonNode peer = peer("smooth5_NGA");
        double[] counts = numbers(peer.get("input").get("Value"));
        double[] expected = numbers(peer.get("output").get("Zigzag"));

        double[] actual = Smoothing.zigzag(10, 60).smooth(counts, FIVES);

        Zigzag zigzag = new Zigzag(10, 60);
        assertClose("Zigzag", actual, expected, 1e-3);
        assertThat(zigzag.roughness(actual)).isLessThanOrEqualTo(zigzag.roughness(expected));
    }

    @Test
    void smooth_singleYears_matchDemoTools() {
        JsonNode peer = peer("heaping_1");
        double[] counts = numbers(peer.get("input").get("Value"));

        // The peer lets Spencer's formula reach into the open group 100+ as if it were one more single age, hence 101.
        double[] longer = Arrays.copyOf(counts, counts.length + 1);
        double[] spencer =
                Arrays.copyOf(Smoothing.spencer21().smooth(longer, AgeGroups.singleYears(101)), counts.length);
        double[] average = Smoothing.movingAverage(5).smooth(counts, SINGLE);

        assertClose("spencer", spencer, reportedWhereMissing(peer, "spencer", counts, 20), 1e-12);
        assertClose("mav5", average, reportedWhereMissing(peer, "mav5", counts, 4), 1e-12);
    }

    /** The peer leaves ages out of the formula's reach missing; here they stay as reported. */
    private static double[] reportedWhereMissing(JsonNode peer, String name, double[] counts, int missing) {
        double[] expected = numbers(peer.get("output").get(name));
        int found = 0;
        for (int x = 0; x < expected.length; x++) {
            if (Double.isNaN(expected[x])) {
                expected[x] = counts[x];
                found++;
            }
        }
        assertThat(found).isEqualTo(missing);
        return expected;
    }

    private static JsonNode peer(String id) {
        return PeerNumbers.cases("demotools_smooth_heaping.json").stream()
                .filter(one -> one.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }
}

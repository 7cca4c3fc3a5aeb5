package org.kapok.core.graduation;

import static org.kapok.core.PeerNumbers.assertClose;
import static org.kapok.core.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.PeerNumbers;

/** Against DemoTools 01.13.87: formulas to 1e-11, splines to 1e-10, both relative to the larger of the number and 1. */
class GraduationPeerTest {
    private static final AgeGroups FIVES = AgeGroups.fiveYears(100);
    private static final AgeGroups SINGLE = AgeGroups.singleYears(100);

    @Test
    void split_formulas_matchDemoTools() {
        for (JsonNode peer : populations()) {
            double[] counts = numbers(peer.get("input").get("Value"));
            JsonNode expected = peer.get("output");
            String id = peer.get("id").asText();

            assertClose(id, Graduation.uniform().split(counts, FIVES, SINGLE), numbers(expected.get("uniform")), 1e-11);
            assertClose(id, Graduation.sprague().split(counts, FIVES, SINGLE), numbers(expected.get("sprague")), 1e-11);
            assertClose(
                    id,
                    Graduation.beersOrdinary().split(counts, FIVES, SINGLE),
                    numbers(expected.get("beers_ord")),
                    1e-11);
            // DemoTools leaves totals of the two smoothing formulas as they fall; the library scales them afterwards.
            assertClose(
                    id, OsculatoryTable.BEERS_MODIFIED.split(counts, FIVES), numbers(expected.get("beers_mod")), 1e-11);
            assertClose(id, Grabill.split(counts, FIVES), numbers(expected.get("grabill")), 1e-11);
        }
    }

    @Test
    void split_monotone_matchesDemoTools() {
        for (JsonNode peer : populations()) {
            double[] counts = numbers(peer.get("input").get("Value"));

            assertClose(
                    peer.get("id").asText(),
                    Graduation.monotone().split(counts, FIVES, SINGLE),
                    numbers(peer.get("output").get("mono")),
                    1e-10);
        }
    }

    @Test
    void hyman_fertilityFromAge15_matchesDemoTools() {
        JsonNode peer = PeerNumbers.cases("demotools_graduate.json").get(3);
        double[] values = numbers(peer.get("input").get("Value"));
        double[] starts = IntStream.rangeClosed(0, values.length)
                .mapToDouble(i -> 15 + 5 * i)
                .toArray();
        double[] cumulated = new double[starts.length];
        for (int i = 0; i < values.length; i++) {
            cumulated[i + 1] = cumulated[i] + values[i];
        }

        MonotoneSpline spline = MonotoneSpline.hyman(starts, cumulated);

        double[] single = IntStream.range(15, 50)
                .mapToDouble(x -> spline.at(x + 1.0) - spline.at(x))
                .toArray();
        assertClose("pasfr", single, numbers(peer.get("output").get("mono")), 1e-10);
    }

    @Test
    void sprague_fertilityFromAge15_matchesDemoTools() {
        JsonNode peer = PeerNumbers.cases("demotools_graduate.json").get(3);
        double[] values = numbers(peer.get("input").get("Value"));

        // Ages count from the first group; the open group after the last one is empty.
        double[] single = OsculatoryTable.SPRAGUE.split(Arrays.copyOf(values, 8), AgeGroups.fiveYears(35));

        assertClose(
                "pasfr", Arrays.copyOf(single, 35), numbers(peer.get("output").get("sprague")), 1e-11);
    }

    private static List<JsonNode> populations() {
        return PeerNumbers.cases("demotools_graduate.json").subList(0, 3);
    }
}

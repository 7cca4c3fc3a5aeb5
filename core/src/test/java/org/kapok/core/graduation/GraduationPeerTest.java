package org.kapok.core.graduation;

import static org.kapok.peers.PeerNumbers.assertClose;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.peers.PeerNumbers;

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

    /**
     * The peer closes the curve with a group of its own after 100+, a count of 1 at age 101, and searches the weight of
     * least BIC, in squares of ours from 0.1 to 1e5, by a descent that can end in a local minimum. Given both, the curves
     * agree to 2e-4.
     */
    @Test
    void compositeLink_withThePeersClosing_matchesDemoTools() {
        AgeGroups closed = new AgeGroups(
                Stream.concat(FIVES.starts().stream(), Stream.of(101)).toList());
        double[] ones = new double[102];
        Arrays.fill(ones, 1);
        for (JsonNode peer : populations()) {
            double[] counts = Arrays.copyOf(numbers(peer.get("input").get("Value")), 22);
            counts[21] = 1;
            CompositeLink link = CompositeLink.of(counts, closed, ones);

            double[] single = link.fit(StrictMath.sqrt(leastBic(link))).rates();

            double left = single[101] - 1;
            double others = Arrays.stream(single, 0, 101).sum();
            double[] spread = Arrays.stream(single, 0, 101)
                    .map(x -> x + left * x / others)
                    .toArray();
            assertClose(
                    peer.get("id").asText(), spread, numbers(peer.get("output").get("pclm")), 2e-4);
        }
    }

    private static double leastBic(CompositeLink link) {
        double from = Math.log(0.1);
        double to = Math.log(1e5);
        return Math.exp(new BrentOptimizer(1e-6, 1e-6)
                .optimize(
                        new UnivariateObjectiveFunction(
                                x -> link.fit(Math.exp(x / 2)).bic()),
                        GoalType.MINIMIZE,
                        new SearchInterval(from, to, from + (3 - Math.sqrt(5)) / 2 * (to - from)),
                        new MaxEval(200))
                .getPoint());
    }

    private static List<JsonNode> populations() {
        return PeerNumbers.cases("demotools_graduate.json").subList(0, 3);
    }
}

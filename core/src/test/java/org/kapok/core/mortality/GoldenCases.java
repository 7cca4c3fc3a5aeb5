package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.kapok.peers.PeerNumbers;

/** Life tables computed by other programs, see {@link PeerNumbers}. */
final class GoldenCases {
    private GoldenCases() {}

    /** The cases of a file whose id contains {@code part}, 1 or more. */
    static List<JsonNode> read(String file, String part) {
        List<JsonNode> cases = PeerNumbers.cases(file).stream()
                .filter(one -> one.get("id").asText().contains(part))
                .toList();
        assertThat(cases).as(file + " " + part).isNotEmpty();
        return cases;
    }

    static double[] numbers(JsonNode array) {
        return PeerNumbers.numbers(array);
    }

    /** Compares entries {@code from} to before {@code to}. */
    static void assertClose(String what, double[] actual, double[] expected, int from, int to, double tolerance) {
        for (int i = from; i < to; i++) {
            assertThat(actual[i]).as("%s[%d]", what, i).isCloseTo(expected[i], within(tolerance));
        }
    }
}

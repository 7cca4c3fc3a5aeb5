package org.kapok.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Input and output pairs of peer programs, read from a folder beside the project; absent, tests are skipped. */
@SuppressWarnings("exports") // tests are compiled into the module, and its users never see them
public final class PeerNumbers {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "golden");

    private PeerNumbers() {}

    /** The cases of one file. */
    public static List<JsonNode> cases(String file) {
        Path path = FOLDER.resolve(file);
        assumeTrue(Files.exists(path), () -> "no peer numbers at " + path + ", so nothing to compare with");
        try {
            List<JsonNode> cases = new ArrayList<>();
            new ObjectMapper().readTree(path.toFile()).get("cases").forEach(cases::add);
            return cases;
        } catch (IOException e) {
            throw new IllegalStateException(path.toString(), e);
        }
    }

    /** A list of numbers; missing ones are NaN. */
    public static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).isNumber() ? list.get(i).doubleValue() : Double.NaN;
        }
        return numbers;
    }

    /** Fails at the first number that is further off than {@code tolerance}, relative to the larger of it and 1. */
    public static void assertClose(String what, double[] actual, double[] expected, double tolerance) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            double gap = Math.abs(actual[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
            assertThat(gap)
                    .as("%s [%d]: got %s, expected %s", what, i, actual[i], expected[i])
                    .isLessThanOrEqualTo(tolerance);
        }
    }
}

package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Numbers computed by other programs, in files that are not part of the sources. */
final class GoldenCases {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "golden");

    private GoldenCases() {}

    /** The cases of a file whose id contains {@code part}, 1 or more; skips the test where the folder is absent. */
    static List<JsonNode> read(String file, String part) throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), () -> "no golden numbers at " + FOLDER.toAbsolutePath());
        List<JsonNode> cases = new ArrayList<>();
        for (JsonNode one :
                new ObjectMapper().readTree(FOLDER.resolve(file).toFile()).get("cases")) {
            if (one.get("id").asText().contains(part)) {
                cases.add(one);
            }
        }
        assertThat(cases).as(file + " " + part).isNotEmpty();
        return cases;
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    /** Compares entries {@code from} to before {@code to}. */
    static void assertClose(String what, double[] actual, double[] expected, int from, int to, double tolerance) {
        for (int i = from; i < to; i++) {
            assertThat(actual[i]).as("%s[%d]", what, i).isCloseTo(expected[i], within(tolerance));
        }
    }
}

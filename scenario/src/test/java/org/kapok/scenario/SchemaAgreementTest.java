package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kapok.scenario.SchemaChecker.MAPPER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;

/**
 * Every value of a scenario that has everything, spoilt in turn: what a schema refuses the readers refuse, so that no
 * editor marks what is right, and what the readers refuse for its kind alone the schema refuses.
 */
class SchemaAgreementTest {
    /** Values of every kind, in and out of range. */
    private static final List<String> VALUES = List.of(
            "{}", "[]", "true", "\"\"", "\"zzz\"", "-1", "0.5", "1000000000000", "{\"2020\": -3}", "{\"zzz\": 1}");

    /**
     * What readers say of a value whose kind is wrong, whatever else stands in the scenario; whether a source or a domain
     * is needed depends on other files.
     */
    private static final Pattern KIND = Pattern.compile(
            "got no \"(?!source|domain)\\w+\", expected it.*|got an unknown key.*|.*expected (text|true or false|an array|an object)");

    private static final int AT_ONCE = 3;

    @TempDir
    private Path folder;

    private final SchemaChecker checker = new SchemaChecker();

    private record Spoilt(String what, JsonNode tree) {}

    @ParameterizedTest
    @ValueSource(strings = {"scenario.json", "services.json", "indicators.json"})
    void spoiltValues_schemaAndReadersAgree(String name) throws IOException {
        Path sample = EveryField.wide(folder).folder();
        Path file = sample.resolve(name);
        List<String> refusedInVain = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<String> crashes = new ArrayList<>();
        List<Spoilt> all = spoilt(MAPPER.readTree(Files.readString(file)));
        for (Spoilt each : all) {
            Files.writeString(file, MAPPER.writeValueAsString(each.tree));
            List<String> errors = checker.errors(SchemaChecker.of(file), each.tree);
            List<InputProblem> problems;
            try {
                problems = problems(sample);
            } catch (RuntimeException crash) {
                crashes.add(each.what + ": " + crash + List.of(crash.getStackTrace()));
                continue;
            }
            if (!errors.isEmpty() && problems.isEmpty()) {
                refusedInVain.add(each.what + ": " + errors);
            }
            if (errors.isEmpty() && problems.stream().anyMatch(SchemaAgreementTest::isOfKind)) {
                taken.add(each.what + ": " + problems);
            }
        }

        assertThat(all).hasSizeGreaterThan(250);
        assertThat(crashes).as("what readers choke on").isEmpty();
        assertThat(refusedInVain).as("what the schema refuses and readers take").isEmpty();
        assertThat(taken)
                .as("what readers refuse for its kind and the schema takes")
                .isEmpty();
    }

    /** The members of a solution are named by the flows that the scenario has. */
    private static boolean isOfKind(InputProblem problem) {
        return KIND.matcher(problem.message()).matches() && !problem.place().startsWith("/solution/");
    }

    private static List<InputProblem> problems(Path sample) {
        try {
            ScenarioFolder.read(sample);
            return List.of();
        } catch (InputDataException refused) {
            return refused.problems();
        }
    }

    private static List<Spoilt> spoilt(JsonNode tree) throws IOException {
        List<String> crashes = new ArrayList<>();
        List<Spoilt> all = new ArrayList<>();
        spoil(tree, tree, "", all);
        return all;
    }

    private static void spoil(JsonNode tree, JsonNode value, String pointer, List<Spoilt> all) throws IOException {
        if (value.isObject()) {
            add(all, tree, pointer, " and a member", at -> ((ObjectNode) at).put("zzz", 1));
            for (var member : value.properties()) {
                String name = member.getKey();
                add(all, tree, pointer, " without " + name, at -> ((ObjectNode) at).remove(name));
                for (JsonNode other : others(all.size())) {
                    add(all, tree, pointer, "/" + name + " = " + other, at -> ((ObjectNode) at).set(name, other));
                }
                spoil(tree, member.getValue(), pointer + "/" + name, all);
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            int item = i;
            add(all, tree, pointer, " without " + item, at -> ((ArrayNode) at).remove(item));
            spoil(tree, value.get(i), pointer + "/" + i, all);
        }
    }

    /** Some of the values, others at every turn. */
    private static List<JsonNode> others(int turn) throws IOException {
        List<JsonNode> others = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            others.add(MAPPER.readTree(VALUES.get((turn + i) % VALUES.size())));
        }
        return others;
    }

    private static void add(List<Spoilt> all, JsonNode tree, String pointer, String what, Consumer<JsonNode> spoil) {
        JsonNode copy = tree.deepCopy();
        spoil.accept(copy.at(pointer));
        all.add(new Spoilt(pointer + what, copy));
    }
}

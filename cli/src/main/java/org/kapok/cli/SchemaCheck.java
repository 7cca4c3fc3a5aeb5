package org.kapok.cli;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kapok.scenario.ScenarioSchema;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.InputProblem;
import org.kapok.scenario.table.JsonCursor;
import org.kapok.scenario.table.Labels;
import org.kapok.scenario.table.Problems;
import org.kapok.scenario.table.Range;

/**
 * Holds the JSON files of a scenario folder to their schemas, in the words of the readers. A schema refuses nothing that
 * readers take, so there is something to find only where they stopped early.
 */
final class SchemaCheck {
    private static final String COMPONENTS =
            "fertility, mortality, arrivals, departures, moves, rural_share, transition:ID";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode schema;
    private final JsonCursor root;

    private SchemaCheck(JsonNode schema, JsonCursor root) {
        this.schema = schema;
        this.root = root;
    }

    /** The problems that readers found, and those of the same folder's JSON files that they did not come to. */
    static InputDataException complete(InputDataException refused, Path folder) {
        Problems problems = new Problems(folder);
        Optional<JsonNode> scenario = check(ScenarioSchema.SCENARIO, folder.resolve("scenario.json"), problems);
        for (ScenarioSchema each : List.of(ScenarioSchema.SERVICES, ScenarioSchema.INDICATORS)) {
            String key = each == ScenarioSchema.SERVICES ? "services" : "indicators";
            scenario.map(root -> root.path(key).asText())
                    .filter(name -> !name.isBlank())
                    .flatMap(name -> file(folder, name))
                    .ifPresent(file -> check(each, file, problems));
        }
        List<InputProblem> all = new ArrayList<>(refused.problems());
        Set<String> told = new HashSet<>();
        all.forEach(problem -> told.add(gist(problem)));
        problems.list().stream().filter(problem -> told.add(gist(problem))).forEach(all::add);
        return new InputDataException(all);
    }

    /** A file that a scenario names; nothing where there is none, or no file can be called so. */
    private static Optional<Path> file(Path folder, String name) {
        try {
            return Optional.of(folder.resolve(name)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Two problems with the same value are one, though a reader may say it more exactly; an object may lack many keys. */
    private static String gist(InputProblem problem) {
        String lacked = problem.message().contains("no \"") ? problem.message().split(", expected")[0] : "";
        return problem.file() + problem.line() + ":" + problem.column() + problem.place() + lacked;
    }

    /** Adds what is wrong with a file, and returns what it says; nothing where it is no JSON. */
    private static Optional<JsonNode> check(ScenarioSchema kind, Path file, Problems problems) {
        Optional<JsonCursor> root = JsonCursor.read(file, problems);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonNode value = withoutNulls(MAPPER.readTree(Files.readString(file).replaceFirst("^\uFEFF", "")));
            if (isBeyondDouble(value)) {
                return Optional.of(value); // reading it has told so, and it cannot be held to a schema
            }
            SchemaCheck check = new SchemaCheck(MAPPER.readTree(kind.text()), root.get());
            SchemaRegistry.withDialect(Dialects.getDraft202012())
                    .getSchema(kind.text())
                    .validate(value)
                    .forEach(check::report);
            return Optional.of(value);
        } catch (IOException e) { // such as GB18030, which the reader understands
            return Optional.empty();
        }
    }

    /** Whether there is a number in it that is too large. */
    private static boolean isBeyondDouble(JsonNode value) {
        boolean beyond = value.isDouble() && Double.isInfinite(value.doubleValue());
        for (JsonNode child : value) {
            beyond |= isBeyondDouble(child);
        }
        return beyond;
    }

    /** Null stands for absent. */
    private static JsonNode withoutNulls(JsonNode value) throws JsonProcessingException {
        if (value instanceof ObjectNode object) {
            object.properties().removeIf(member -> member.getValue().isNull());
        }
        for (JsonNode child : value) {
            withoutNulls(child);
        }
        return value;
    }

    private void report(Error error) {
        JsonCursor at = at(JsonPointer.compile(error.getInstanceLocation().toString()));
        JsonNode wanted = schema.at(
                JsonPointer.compile(error.getSchemaLocation().getFragment().toString())
                        .head());
        switch (error.getKeyword()) {
            case "required" -> missing(at, wanted, error.getProperty());
            case "additionalProperties" -> unknown(at.members().get(error.getProperty()), wanted);
            case "enum", "type", "minimum", "maximum", "pattern" -> readAs(wanted, at, error.getInstanceNode());
            case "propertyNames" -> component(at, error);
            case "minItems", "minProperties", "maxItems" -> count(wanted, at, error);
            default -> at.report("got what the schema refuses: " + error.getMessage());
        }
    }

    /** A key that is not there; a misspelt one is told as such, and once. */
    private static void missing(JsonCursor at, JsonNode wanted, String key) {
        boolean misspelt = at.members().keySet().stream()
                .filter(each -> !wanted.path("properties").has(each))
                .anyMatch(each -> Labels.alike(each, key));
        if (!misspelt) {
            at.report("got no \"" + key + "\", expected it");
        }
    }

    /** A name among those of components, which scenarios may add to. */
    private static void component(JsonCursor at, Error error) {
        at.members().forEach((name, member) -> {
            if (error.getMessage().contains("'" + name + "'")) {
                member.report("got component \"" + name + "\", expected one of " + COMPONENTS);
            }
        });
    }

    private static void count(JsonNode wanted, JsonCursor at, Error error) {
        String number = wanted.path(error.getKeyword()).asText();
        int size = error.getInstanceNode().size();
        at.report("got " + size + (size == 1 ? " entry" : " entries") + ", expected " + number
                + (error.getKeyword().startsWith("min") ? " or more" : " at most"));
    }

    private static void unknown(JsonCursor member, JsonNode wanted) {
        List<String> known = new ArrayList<>();
        wanted.path("properties").fieldNames().forEachRemaining(known::add);
        known.remove("$schema");
        if (known.isEmpty()) {
            member.report("got an unknown key, expected a year");
        } else {
            member.unknown(known);
        }
    }

    private JsonCursor at(JsonPointer pointer) {
        JsonCursor value = root;
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            value = value.isArray()
                    ? value.items().get(rest.getMatchingIndex())
                    : value.members().get(rest.getMatchingProperty());
        }
        return value;
    }

    /** Reads a value as what a schema wants, so that it is refused in the same words. */
    private static void readAs(JsonNode wanted, JsonCursor at, JsonNode got) {
        double min = wanted.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
        double max = wanted.path("maximum").asDouble(Double.POSITIVE_INFINITY);
        if (wanted.path("enum").path(0).isTextual()) {
            List<String> labels = new ArrayList<>();
            wanted.get("enum").forEach(label -> labels.add(label.asText()));
            at.oneOf(labels);
            return;
        }
        switch (wanted.path("type").asText()) {
            case "integer" -> at.integer((int) min, (int) max);
            case "number" -> at.number(new Range(min, max, ""));
            case "boolean" -> at.flag();
            case "array" -> at.items();
            case "object" -> at.members();
            default -> readAsOther(wanted, at, got, new Range(min, max, ""));
        }
    }

    /** Text of a closed form, values of more than one kind, and one of some numbers. */
    private static void readAsOther(JsonNode wanted, JsonCursor at, JsonNode got, Range range) {
        String pattern = wanted.path("pattern").asText();
        if (pattern.startsWith("^[0-9]{4}")) {
            at.date();
        } else if (pattern.startsWith("^") && at.isText()) {
            at.report("got " + got + ", expected text such as "
                    + wanted.path("examples").path(0));
        } else if (wanted.path("type").isArray() && !at.isText()) {
            at.number(range);
        } else if (wanted.has("enum")) {
            at.report("got " + got + ", expected one of " + wanted.get("enum"));
        } else {
            at.text();
        }
    }
}

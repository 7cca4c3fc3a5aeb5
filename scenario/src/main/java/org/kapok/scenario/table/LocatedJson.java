package org.kapok.scenario.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A JSON file as a tree in which every value knows its line. */
final class LocatedJson {
    /** Deeper than any value that means something, and shallow enough to read by recursion. */
    static final int DEEPEST = 64;

    /** More digits than a double can tell apart. */
    static final int DIGITS = 400;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(DIGITS)
                    .build())
            .build();

    static final String HALF = "got half of a character, an escape \\ud800 to \\udfff alone, expected whole ones";

    private final Path file;
    private final Problems problems;
    private final Map<String, JsonLocation> locations = new HashMap<>();
    private final Map<String, JsonLocation> names = new HashMap<>(); // of the names of members, by their pointers

    private LocatedJson(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A cursor at the root object of a file; nothing, and a problem, where the file is no JSON object. */
    static Optional<JsonCursor> read(Path file, Problems problems) {
        return TextFile.read(file, problems).flatMap(text -> new LocatedJson(file, problems).parse(text));
    }

    /** Reports a problem with the value at a JSON pointer. */
    void report(String pointer, String message) {
        report(pointer, locations.get(pointer), message);
    }

    /** Notes that the value at a JSON pointer is asked for. */
    void asked(String pointer) {
        problems.asked(file, pointer);
    }

    /** Reports a problem with the name of the member at a JSON pointer. */
    void reportName(String pointer, String message) {
        report(pointer, names.get(pointer), message);
    }

    /** Reports a problem with the name of the member at a JSON pointer, which is meant as another one. */
    void reportMisspelt(String pointer, String meant, String message) {
        InputProblem told = problem(pointer, names.get(pointer), message);
        problems.add(told);
        problems.misspelt(file, pointer, new Problems.Misspelt(meant, told));
    }

    private void report(String pointer, JsonLocation at, String message) {
        problems.add(problem(pointer, at, message));
    }

    private InputProblem problem(String pointer, JsonLocation at, String message) {
        return new InputProblem(problems.nameOf(file), at.getLineNr(), at.getColumnNr(), pointer, "", message);
    }

    private Optional<JsonCursor> parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return parse(parser);
        } catch (IOException e) {
            throw new AssertionError("text in memory cannot fail to be read", e);
        }
    }

    private Optional<JsonCursor> parse(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                report("", parser.currentTokenLocation(), "got a value that is no object, expected {");
                return Optional.empty();
            }
            JsonNode root = value(parser, "");
            if (parser.nextToken() != null) {
                report("", parser.currentTokenLocation(), "got more after the closing }, expected the end of the file");
                return Optional.empty();
            }
            return Optional.of(new JsonCursor(this, "", root));
        } catch (JsonProcessingException e) {
            report("", e.getLocation() == null ? parser.currentLocation() : e.getLocation(), JsonSyntax.explain(e));
            return Optional.empty();
        }
    }

    private JsonNode value(JsonParser parser, String pointer) throws IOException {
        locations.put(pointer, parser.currentTokenLocation());
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> text(parser, pointer);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, pointer);
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    /** Text that can be written as UTF-8. */
    private JsonNode text(JsonParser parser, String pointer) throws IOException {
        String text = parser.getText();
        if (!isWhole(text)) {
            report(pointer, HALF);
            return MissingNode.getInstance();
        }
        if (ControlCharacter.in(text)) {
            report(pointer, ControlCharacter.REFUSAL);
            return MissingNode.getInstance();
        }
        return JsonNodeFactory.instance.textNode(text);
    }

    /** Whether no half of a pair of surrogates stands alone, as an escape such as {@code \\ud800} can make it. */
    private static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private JsonNode number(JsonParser parser, String pointer) throws IOException {
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            report(pointer, "got " + JsonCursor.shortened(parser.getText()) + ", expected a number below 1.8e308");
            return MissingNode.getInstance();
        }
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue())
                : JsonNodeFactory.instance.numberNode(value);
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String written = parser.currentName();
            Optional<Problems.Misspelt> misspelt = problems.taken(file, child(pointer, written));
            misspelt.ifPresent(each -> problems.add(each.told()));
            String key = misspelt.map(Problems.Misspelt::meant).orElse(written);
            String child = child(pointer, key);
            JsonLocation first = names.put(child, parser.currentTokenLocation());
            if (first != null) {
                String once = "expected it once (first on line " + first.getLineNr() + ")";
                reportName(child, "got \"" + key + "\" again, " + once);
            }
            parser.nextToken();
            object.set(key, value(parser, child));
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser, pointer + "/" + array.size()));
        }
        return array;
    }

    /** The JSON pointer of a member. */
    static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}

package org.kapok.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kapok.scenario.table.Range;

/** A piece of a JSON Schema, put together in the words of the readers. */
final class Shape {
    /** A text that is not blank. */
    private static final String WRITTEN = "\\S";

    /** A year as the name of a member. */
    private static final String YEAR = "^[12][0-9]{3}$";

    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private Shape(String description) {
        if (!description.isEmpty()) {
            node.put("description", description);
        }
    }

    static Shape text(String description) {
        Shape shape = new Shape(description).type("string");
        shape.node.put("pattern", WRITTEN);
        return shape;
    }

    static Shape date(String description) {
        Shape shape = new Shape(description).type("string");
        shape.node.put("pattern", "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
        return shape;
    }

    static Shape monthAndDay(String description) {
        Shape shape = new Shape(description).type("string");
        shape.node.put("pattern", "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
        return shape.example("08-31");
    }

    static Shape flag(String description) {
        return new Shape(description).type("boolean");
    }

    static Shape integer(int min, int max, String description) {
        return new Shape(description).type("integer").range(new Range(min, max, ""));
    }

    static Shape number(Range range, String description) {
        return new Shape(description).type("number").range(range);
    }

    static Shape oneOf(List<?> values, String description) {
        Shape shape = new Shape(description);
        ArrayNode known = shape.node.putArray("enum");
        values.forEach(known::addPOJO);
        return shape;
    }

    static <E extends Enum<E>> Shape oneOf(Class<E> type, String description) {
        return oneOf(
                Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList(),
                description);
    }

    /** Text of a closed form that depends on names elsewhere in the scenario. */
    static Shape matching(String pattern, String description) {
        Shape shape = new Shape(description).type("string");
        shape.node.put("pattern", pattern);
        return shape;
    }

    static Shape list(Shape item, String description) {
        Shape shape = new Shape(description).type("array");
        shape.node.set("items", item.node);
        return shape;
    }

    /** An object with the members that are added, and no others. */
    static Shape object(String description) {
        return new Shape(description).type("object");
    }

    /** An object whose members are named by data. */
    static Shape byName(Shape member, String description) {
        Shape shape = object(description);
        shape.node.set("additionalProperties", member.node);
        return shape;
    }

    /** A number, or numbers by year. */
    static Shape path(Range range, String description) {
        Shape shape = new Shape(description).type("number", "object").range(range);
        shape.node
                .putObject("patternProperties")
                .set(YEAR, new Shape("").type("number").range(range).node);
        shape.node.put("additionalProperties", false).put("minProperties", 1);
        return shape;
    }

    /** A number, a table, values by year, or a list of these; {@code itself} is the name that it gets. */
    static Shape quantity(Range range, String itself, String description) {
        Shape shape = path(range, description).type("number", "string", "object", "array");
        shape.node.put("pattern", WRITTEN);
        shape.node.set("items", ref(itself, "").node);
        return shape;
    }

    /** A rate of services: a name, or a number. */
    static Shape nameOrNumber(Range range, String description) {
        Shape shape = new Shape(description).type("string", "number").range(range);
        shape.node.put("pattern", WRITTEN);
        return shape;
    }

    /** One of several shapes that differ in kind, such as text and an object. */
    static Shape either(String description, Shape... shapes) {
        Shape shape = new Shape(description);
        ArrayNode any = shape.node.putArray("anyOf");
        Arrays.stream(shapes).forEach(each -> any.add(each.node));
        return shape;
    }

    /** A shape by its name under {@code $defs}. */
    static Shape ref(String name, String description) {
        Shape shape = new Shape(description);
        shape.node.put("$ref", "#/$defs/" + name);
        return shape;
    }

    /** Adds a member that has to be there. */
    Shape must(String name, Shape member) {
        node.withArray("required").add(name);
        return may(name, member);
    }

    /** Adds a member that may be there. */
    Shape may(String name, Shape member) {
        node.withObjectProperty("properties").set(name, member.node);
        if (!node.has("allOf")) {
            node.put("additionalProperties", false);
        }
        return this;
    }

    /** Lets the value of a member say which shape the whole object has. */
    Shape kinds(String member, Map<String, String> names, String description) {
        node.remove("additionalProperties");
        must(member, oneOf(List.copyOf(names.keySet()), description));
        node.remove("additionalProperties");
        ArrayNode kinds = node.putArray("allOf");
        names.forEach((label, name) -> {
            ObjectNode kind = kinds.addObject();
            ObjectNode has = kind.putObject("if");
            has.putObject("properties").putObject(member).put("const", label);
            has.putArray("required").add(member);
            kind.putObject("then").put("$ref", "#/$defs/" + name);
        });
        return this;
    }

    /** Lets the first of these members that is there say which shape the whole object has. */
    Shape forms(Map<String, String> names, String otherwise) {
        ObjectNode at = node;
        for (Map.Entry<String, String> each : names.entrySet()) {
            at.putObject("if").putArray("required").add(each.getKey());
            at.putObject("then").put("$ref", "#/$defs/" + each.getValue());
            at = at.putObject("else");
        }
        at.put("$ref", "#/$defs/" + otherwise);
        node.remove("additionalProperties");
        return this;
    }

    /** Asks for a member where another one is missing. */
    Shape mustWithout(String missing, Shape more) {
        node.putObject("if").putObject("not").putArray("required").add(missing);
        ObjectNode then = more.node.deepCopy();
        then.remove(List.of("type", "additionalProperties"));
        node.set("then", then);
        return this;
    }

    /** One object of a name, or a list of them. */
    Shape itemsOrSelf(String name) {
        type("object", "array");
        node.set("items", ref(name, "").node);
        node.put("minItems", 1).putObject("if").put("type", "object");
        node.set("then", ref(name, "").node);
        return this;
    }

    /** Members that have to be there, of an object described elsewhere. */
    static Shape members(String... names) {
        Shape shape = new Shape("");
        ArrayNode required = shape.node.putArray("required");
        Arrays.stream(names).forEach(required::add);
        return shape;
    }

    /** Anything; what it has to be is said elsewhere. */
    static Shape anything(String description) {
        return new Shape(description);
    }

    /** Adds a shape to the names of the file. */
    Shape define(String name, Shape shape) {
        node.withObjectProperty("$defs").set(name, shape.node);
        return this;
    }

    Shape example(Object... values) {
        ArrayNode examples = node.putArray("examples");
        Arrays.stream(values).forEach(examples::addPOJO);
        return this;
    }

    /** What holds where it is absent. */
    Shape usual(Object value) {
        node.putPOJO("default", value);
        return this;
    }

    /** What it is called in Chinese. */
    Shape zh(String title) {
        ObjectNode rest = node.deepCopy();
        node.removeAll();
        node.put("title", title).setAll(rest);
        return this;
    }

    /** Exactly so many items. */
    Shape of(int items) {
        node.put("minItems", items).put("maxItems", items);
        return this;
    }

    /** At least one item. */
    Shape notEmpty() {
        node.put("minItems", 1);
        return this;
    }

    /** The names of members, all of them matching. */
    Shape named(String pattern) {
        node.putObject("propertyNames").put("pattern", pattern);
        return this;
    }

    /** The whole schema of a file. */
    ObjectNode file(String id, String title) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:kapok:schema:" + id)
                .put("title", title)
                .setAll(node);
        return file;
    }

    private Shape type(String... types) {
        if (types.length == 1) {
            node.put("type", types[0]);
        } else {
            ArrayNode all = node.putArray("type");
            Arrays.stream(types).forEach(all::add);
        }
        return this;
    }

    private Shape range(Range range) {
        if (range.min() != Double.NEGATIVE_INFINITY) {
            put("minimum", range.min());
        }
        if (range.max() != Double.POSITIVE_INFINITY) {
            put("maximum", range.max());
        }
        return this;
    }

    private void put(String keyword, double value) {
        if (value == Math.rint(value)) {
            node.put(keyword, (long) value);
        } else {
            node.put(keyword, value);
        }
    }
}

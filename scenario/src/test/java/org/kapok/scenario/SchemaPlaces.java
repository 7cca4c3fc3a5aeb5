package org.kapok.scenario;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the values of a file stand in its schema, with the kinds and forms that the file has. */
final class SchemaPlaces {
    private final JsonNode root;
    private final JsonNode file;

    SchemaPlaces(JsonNode root, JsonNode file) {
        this.root = root;
        this.file = file;
    }

    /** The named members of a whole schema: each by the place of the object and its name. */
    static Set<String> members(JsonNode root) {
        Set<String> members = new TreeSet<>();
        collect(root, "", members);
        return members;
    }

    /**
     * The members of the schema that stand for a value of the file: each by its place, {@code *} where the name is data.
     * None where the schema has no such value.
     */
    Set<String> of(String pointer) {
        JsonPointer value = JsonPointer.compile(pointer);
        Set<String> members = new TreeSet<>();
        for (Place place : objects(value.head())) {
            String name = value.last().getMatchingProperty();
            if (place.schema.path("properties").has(name)) {
                members.add(place.pointer + "/" + name);
            } else if (place.schema.path("additionalProperties").isObject() || place.schema.has("patternProperties")) {
                members.add(place.pointer + "/*");
            }
        }
        return members;
    }

    private record Place(String pointer, JsonNode schema) {}

    /** Every schema that holds for the object at a place of the file. */
    private List<Place> objects(JsonPointer pointer) {
        List<Place> places = new ArrayList<>();
        if (pointer == null || pointer.matches()) {
            expand(new Place("", root), file, places);
            return places;
        }
        JsonNode value = file.at(pointer);
        for (Place parent : objects(pointer.head())) {
            String name = pointer.last().getMatchingProperty();
            JsonNode schema = parent.schema;
            String way = "items";
            if (file.at(pointer.head()).isObject()) {
                boolean named = schema.path("properties").has(name);
                way = named ? "properties/" + name : "additionalProperties";
            }
            JsonNode child = schema.at("/" + way);
            if (child.isObject()) {
                expand(new Place(parent.pointer + "/" + way, child), value, places);
            }
        }
        return places;
    }

    private void expand(Place place, JsonNode value, List<Place> places) {
        JsonNode schema = place.schema;
        places.add(place);
        if (schema.has("$ref")) {
            String target = schema.get("$ref").asText().substring(1);
            expand(new Place(target, root.at(target)), value, places);
        }
        for (String several : List.of("allOf", "anyOf")) {
            for (int i = 0; i < schema.path(several).size(); i++) {
                expand(
                        new Place(
                                place.pointer + "/" + several + "/" + i,
                                schema.get(several).get(i)),
                        value,
                        places);
            }
        }
        if (schema.has("if")) {
            String branch = holds(schema.get("if"), value) ? "then" : "else";
            if (schema.has(branch)) {
                expand(new Place(place.pointer + "/" + branch, schema.get(branch)), value, places);
            }
        }
    }

    /** The conditions that schemas use. */
    private static boolean holds(JsonNode condition, JsonNode value) {
        boolean holds = !condition.has("not") || !holds(condition.get("not"), value);
        holds &= !condition.has("type")
                || value.isObject() == condition.get("type").asText().equals("object");
        for (JsonNode name : condition.path("required")) {
            holds &= value.has(name.asText());
        }
        for (var member : condition.path("properties").properties()) {
            holds &= value.path(member.getKey()).equals(member.getValue().get("const"));
        }
        return holds;
    }

    private static void collect(JsonNode schema, String pointer, Set<String> members) {
        schema.path("properties").fieldNames().forEachRemaining(name -> members.add(pointer + "/" + name));
        schema.properties().forEach(entry -> {
            if (!entry.getKey().equals("if")) {
                collect(entry.getValue(), pointer + "/" + entry.getKey(), members);
            }
        });
        for (int i = 0; schema.isArray() && i < schema.size(); i++) {
            collect(schema.get(i), pointer + "/" + i, members);
        }
    }
}

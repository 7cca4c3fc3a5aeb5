package org.kapok.scenario.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value in a JSON file, read by its expected kind.
 *
 * <p>What cannot be read is reported with its line, and what each method says is returned in its place. A value that is
 * absent was reported where it was asked for and is not reported again. When everything was read, {@link #done} reports
 * the keys that nobody asked for.
 */
public final class JsonCursor {
    /** Where editors look for the schema of a file; of no meaning here. */
    private static final String SCHEMA = "$schema";

    /** The most characters of a value that are repeated in a problem. */
    private static final int SHOWN = 80;

    private final LocatedJson json;
    private final String pointer;
    private final JsonNode node;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, JsonCursor> children = new LinkedHashMap<>();
    private boolean refused;
    private boolean left;

    JsonCursor(LocatedJson json, String pointer, JsonNode node) {
        this.json = json;
        this.pointer = pointer;
        this.node = node;
    }

    /** The root object of a file; nothing, and a problem with its line, where the file is not a JSON object. */
    public static Optional<JsonCursor> read(Path file, Problems problems) {
        return LocatedJson.read(file, problems);
    }

    /** The member of a key, which must be there. */
    public JsonCursor at(String key) {
        Optional<JsonCursor> member = optional(key);
        if (member.isEmpty() && isKind(node.isObject(), "an object")) {
            List<String> others = new ArrayList<>();
            node.fieldNames().forEachRemaining(others::add);
            others.removeAll(asked);
            String meant = Labels.nearest(key, others);
            json.report(
                    pointer,
                    "got no \"" + key + "\", expected it" + (meant.isEmpty() ? "" : "; is \"" + meant + "\" meant?"));
        }
        return member.orElseGet(() -> new JsonCursor(json, pointer, MissingNode.getInstance()));
    }

    /** The member of a key, if it is there and not null. */
    public Optional<JsonCursor> optional(String key) {
        if (asked.add(key)) {
            json.asked(LocatedJson.child(pointer, key));
        }
        return Optional.ofNullable(node.get(key))
                .filter(member -> !member.isNull())
                .map(member -> child(LocatedJson.child(pointer, key), member));
    }

    /** The members of an object whose keys are data, in order; none where this is no object. */
    public Map<String, JsonCursor> members() {
        Map<String, JsonCursor> members = new LinkedHashMap<>();
        if (isKind(node.isObject(), "an object")) {
            node.properties().forEach(member -> {
                asked.add(member.getKey());
                members.put(member.getKey(), child(LocatedJson.child(pointer, member.getKey()), member.getValue()));
            });
        }
        return members;
    }

    /** The name of this member, or the position of this item. */
    public String key() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** Whether this is text. */
    public boolean isText() {
        return node.isTextual();
    }

    /** Whether this is an object. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether this is an array. */
    public boolean isArray() {
        return node.isArray();
    }

    /** The items of an array, in order; none where this is no array. */
    public List<JsonCursor> items() {
        List<JsonCursor> items = new ArrayList<>();
        if (isKind(node.isArray(), "an array")) {
            for (JsonNode item : node) {
                items.add(child(pointer + "/" + items.size(), item));
            }
        }
        return items;
    }

    /** The text, not blank; empty where this is none. */
    public String text() {
        return isKind(node.isTextual() && !node.asText().isBlank(), "text") ? node.asText() : "";
    }

    /** Whether this is true; false where it is neither true nor false. */
    public boolean flag() {
        return isKind(node.isBoolean(), "true or false") && node.asBoolean();
    }

    /** The whole number from {@code min} to {@code max}; {@code min} where this is none. */
    public int integer(int min, int max) {
        boolean fits =
                node.isIntegralNumber() && node.canConvertToInt() && node.intValue() >= min && node.intValue() <= max;
        return isKind(fits, "a whole number from " + min + " to " + max) ? node.intValue() : min;
    }

    /** The number in a range; NaN where this is none. */
    public double number(Range range) {
        boolean fits = node.isNumber() && range.holds(node.doubleValue());
        return isKind(fits, range.expected()) ? node.doubleValue() : Double.NaN;
    }

    /** The date, written 2025-06-30; {@link LocalDate#MIN} where this is none. */
    public LocalDate date() {
        try {
            return LocalDate.parse(node.isTextual() ? node.asText() : "");
        } catch (DateTimeException e) {
            isKind(false, "a date such as \"2025-06-30\"");
            return LocalDate.MIN;
        }
    }

    /**
     * One of some labels; the first where this is none. Where there are no labels any text will do: that there are none
     * was reported where they should be.
     */
    public String oneOf(List<String> labels) {
        if (labels.isEmpty()) {
            return text();
        }
        boolean known = node.isTextual() && labels.contains(node.asText());
        // what was expected takes long to say
        return isKind(known, known ? "" : Labels.expected(node.asText(), labels)) ? node.asText() : labels.get(0);
    }

    /** The constant of an enum, written in lower case with hyphens; the first where this is none. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        E[] constants = type.getEnumConstants();
        List<String> labels = Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
        return constants[labels.indexOf(oneOf(labels))];
    }

    /** Reports a problem with this value: what was got, what was expected. */
    public void report(String message) {
        refused = true;
        json.report(pointer, message);
    }

    /** Reports that the name of this member is none of those known. */
    public void unknown(Collection<String> known) {
        json.reportName(pointer, refusal(known));
    }

    /** Reports that the name of this member is none of those known, but is meant as one of them that is not there. */
    private void misspelt(String meant, Collection<String> known) {
        json.reportMisspelt(pointer, meant, refusal(known));
    }

    private String refusal(Collection<String> known) {
        return "got an unknown key, expected " + Labels.expected(key(), known);
    }

    /** Reading of this value broke off: {@link #done} does not search it, as what was not asked for may be known. */
    public void leave() {
        left = true;
    }

    /** Reports every key that was never asked for, here and in all that was read below, and what can have no keys. */
    public void done() {
        if (left) {
            return;
        }
        if (!asked.isEmpty()) {
            isKind(refused || node.isObject(), "an object");
            node.properties().forEach(member -> {
                String key = member.getKey();
                if (!asked.contains(key) && !(pointer.isEmpty() && key.equals(SCHEMA))) {
                    JsonCursor unknown = child(LocatedJson.child(pointer, key), member.getValue());
                    meantBy(key).ifPresentOrElse(meant -> unknown.misspelt(meant, asked), () -> unknown.unknown(asked));
                }
            });
        }
        children.values().forEach(JsonCursor::done);
    }

    /** The key that was asked for and is not there, and that another one is like. */
    private Optional<String> meantBy(String key) {
        List<String> absent =
                asked.stream().filter(each -> !node.hasNonNull(each)).toList();
        return Optional.of(Labels.nearest(key, absent))
                .filter(meant -> !meant.isEmpty())
                .or(() ->
                        absent.stream().filter(each -> Labels.alike(each, key)).findFirst());
    }

    private JsonCursor child(String at, JsonNode value) {
        return children.computeIfAbsent(at, pointerOfChild -> new JsonCursor(json, pointerOfChild, value));
    }

    private boolean isKind(boolean fits, String expected) {
        if (!fits && !node.isMissingNode()) {
            String got = node.isObject() ? "an object" : node.isArray() ? "an array" : shortened(node.toString());
            report("got " + got + ", expected " + expected);
        }
        return fits;
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}

package org.kapok.scenario.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why a text is not JSON. */
final class JsonSyntax {
    private static final Pattern GOT =
            Pattern.compile("(?:Unexpected character|Unexpected close marker|Unrecognized token|Non-standard token)"
                    + " \\(?'(.+?)'(?: \\(code|:)");

    private static final String VALUE = "a value: \"text\", a number, true, false, null, [ or {";

    /** What was expected, by words of the parser's message; the first that fits counts. */
    private static final List<Map.Entry<String, String>> EXPECTED = List.of(
            Map.entry("start field name", "a name in double quotes (and no comma before a closing })"),
            Map.entry("colon", "a colon after the name"),
            Map.entry("separate Object", "a comma or a closing }"),
            Map.entry("separate Array", "a comma or a closing ]"),
            Map.entry("expected '}'", "a comma or a closing }"),
            Map.entry("expected ']'", "a comma or a closing ]"),
            Map.entry("close marker", "a value"),
            Map.entry("comment", VALUE + "; comments are not allowed"),
            Map.entry("numeric value", "a number such as 12, -0.5 or 1.2e-3"),
            Map.entry("hex-digit", "four hexadecimal digits after \\u"),
            Map.entry("expected a", VALUE),
            Map.entry("token", VALUE));

    private JsonSyntax() {}

    static String explain(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (e instanceof StreamConstraintsException) {
            return message.contains("nesting")
                    ? "got values inside values more than " + LocatedJson.DEEPEST + " deep, expected fewer"
                    : message.contains("Number")
                            ? "got a number of more than " + LocatedJson.DIGITS + " digits, expected fewer"
                            : "got text that is too long to read";
        }
        if (e instanceof JsonEOFException) {
            return "got the end of the file, expected "
                    + (message.contains("quote") ? "a closing \"" : "every { and [ to be closed");
        }
        if (message.contains("surrogate")) {
            return LocatedJson.HALF;
        }
        if (message.contains("CTRL-CHAR")) {
            return "got a line break or control character inside text, expected \\n or a closing \"";
        }
        if (message.contains("escape '")) {
            return "got an unknown escape inside text, expected \\\\ for a backslash";
        }
        Matcher got = GOT.matcher(message);
        String found = got.find() ? got.group(1) : "text that is not JSON";
        return "got " + found + ", expected "
                + EXPECTED.stream()
                        .filter(entry -> message.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("JSON");
    }
}

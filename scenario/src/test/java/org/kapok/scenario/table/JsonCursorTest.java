package org.kapok.scenario.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCursorTest {
    @TempDir
    private Path folder;

    private Problems problems;

    private enum Kind {
        EXPECTED,
        BINDING_NOW
    }

    @BeforeEach
    void start() {
        problems = new Problems(folder);
    }

    @Test
    void read_goodFile_typedValues() throws IOException {
        JsonCursor root = read("{\"id\":\"g\",\"to\":2035,\"sigma\":0.5,\"base\":\"2025-06-30\",\"on\":true,"
                        + "\"kind\":\"binding-now\",\"none\":null,\"by\":{\"R01\":1},\"list\":[1,2]}")
                .orElseThrow();

        assertThat(root.at("id").text()).isEqualTo("g");
        assertThat(root.at("to").integer(2000, 2100)).isEqualTo(2035);
        assertThat(root.at("sigma").number(Range.share())).isEqualTo(0.5);
        assertThat(root.at("base").date()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(root.at("on").flag()).isTrue();
        assertThat(root.at("kind").oneOf(Kind.class)).isEqualTo(Kind.BINDING_NOW);
        assertThat(root.optional("none")).isEmpty();
        assertThat(root.at("by").members().get("R01").integer(0, 9)).isEqualTo(1);
        assertThat(root.at("list").items().stream().map(item -> item.integer(0, 9)))
                .containsExactly(1, 2);
        root.done();
        assertThat(messages()).isEmpty();
    }

    @Test
    void read_halfOfACharacter_isToldWhereItStands() throws IOException {
        read("{\"id\": \"g\",\n \"title\": \"a\\ud800\", \"whole\": \"\\ud83c\\udf33\"}");
        read("{\"id\": 1,\n \"\\udc00\": 2}");

        assertThat(messages())
                .containsExactly(
                        "s.json line 2, column 11, /title: got half of a character, an escape \\ud800 to \\udfff alone,"
                                + " expected whole ones",
                        "s.json line 2, column 9: got half of a character, an escape \\ud800 to \\udfff alone,"
                                + " expected whole ones");
    }

    @Test
    void read_controlCharacter_isToldWhereItStands() throws IOException {
        read("{\"title\": \"a\\u0000\", \"lines\": \"a\\nb\\tc\"}");

        assertThat(messages())
                .containsExactly(
                        "s.json line 1, column 11, /title: got a control character, expected text without any");
    }

    @Test
    void read_badValues_allReportedWithTheirPlace() throws IOException {
        JsonCursor root = read("""
                {
                  "id": 5, "to": 3.5, "sigma": 2,
                  "base": "2025-6-30", "on": "yes", "kind": "bindingnow",
                  "list": [{"a/b": []}], "by": 1, "titel": "x"
                }
                """).orElseThrow();

        assertThat(root.at("id").text()).isEmpty();
        assertThat(root.at("to").integer(1, 9)).isEqualTo(1);
        assertThat(root.at("sigma").number(Range.share())).isNaN();
        assertThat(root.at("base").date()).isEqualTo(LocalDate.MIN);
        assertThat(root.at("on").flag()).isFalse();
        assertThat(root.at("kind").oneOf(Kind.class)).isEqualTo(Kind.EXPECTED);
        assertThat(root.at("list").items().get(0).at("a/b").text()).isEmpty();
        assertThat(root.at("by").members()).isEmpty();
        assertThat(root.at("by").at("x").text()).isEmpty();
        assertThat(root.at("title").text()).isEmpty();
        root.at("list").report("got 1 item, expected 2");
        root.done();
        assertThat(messages())
                .containsExactly(
                        "s.json line 2, column 9, /id: got 5, expected text",
                        "s.json line 2, column 18, /to: got 3.5, expected a whole number from 1 to 9",
                        "s.json line 2, column 32, /sigma: got 2, expected 0 to 1",
                        "s.json line 3, column 11, /base: got \"2025-6-30\", expected a date such as \"2025-06-30\"",
                        "s.json line 3, column 30, /on: got \"yes\", expected true or false",
                        "s.json line 3, column 45, /kind: got \"bindingnow\", expected one of expected, binding-now;"
                                + " did you mean binding-now?",
                        "s.json line 4, column 20, /list/0/a~1b: got an array, expected text",
                        "s.json line 4, column 32, /by: got 1, expected an object",
                        "s.json line 4, column 32, /by: got 1, expected an object",
                        "s.json line 1, column 1: got no \"title\", expected it; is \"titel\" meant?",
                        "s.json line 4, column 11, /list: got 1 item, expected 2",
                        "s.json line 4, column 35, /titel: got an unknown key, expected one of id, to, sigma, base, on,"
                                + " kind, list, by, title; did you mean title?");
    }

    @Test
    void read_keyTwice_reportedAndReadOn() throws IOException {
        assertThat(read("{\"a\": 1,\n \"a\": 2,\n \"b\": {\"c\": 1, \"c\": 1}}"))
                .isPresent();
        assertThat(messages())
                .containsExactly(
                        "s.json line 2, column 2, /a: got \"a\" again, expected it once (first on line 1)",
                        "s.json line 3, column 16, /b/c: got \"c\" again, expected it once (first on line 3)");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1,}      | 1, column 8: got }, expected a name in double quotes (and no comma before a closing })
            {a:1}         | 1, column 2: got a, expected a name in double quotes (and no comma before a closing })
            {"a" 1}       | 1, column 6: got 1, expected a colon after the name
            {"a":}        | 1, column 6: got }, expected a value: "text", a number, true, false, null, [ or {
            {"a":tru}     | 1, column 6: got tru, expected a value: "text", a number, true, false, null, [ or {
            {"a":“x”}     | 1, column 6: got “, expected a value: "text", a number, true, false, null, [ or {
            {"a":NaN}     | 1, column 9: got NaN, expected a value: "text", a number, true, false, null, [ or {
            {"a":1;"b":2} | 2, column 1: got ", expected a comma or a closing }
            {"a":[1 2]}   | 1, column 9: got 2, expected a comma or a closing ]
            {"a":1]       | 1, column 7: got ], expected a comma or a closing }
            {"a":[1}      | 1, column 8: got }, expected a comma or a closing ]
            {"a":[1,2     | 1, column 10: got the end of the file, expected every { and [ to be closed
            {"a":"x       | 1, column 8: got the end of the file, expected a closing "
            {"a":"x;y"}   | 1, column 8: got a line break or control character inside text, expected \\n or a closing "
            {"a":"\\q"}   | 1, column 8: got an unknown escape inside text, expected \\\\ for a backslash
            {"a":"\\u12"} | 1, column 11: got ", expected four hexadecimal digits after \\u
            {"a":1.}      | 1, column 7: got }, expected a number such as 12, -0.5 or 1.2e-3
            {"a":01}      | 1, column 7: got text that is not JSON, expected a number such as 12, -0.5 or 1.2e-3
            //c;{}        | 1, column 1: got /, expected a value: "text", a number, true, false, null, [ or {; comments are not allowed
            ]             | 1, column 1: got ], expected a value
            [1]           | 1, column 1: got a value that is no object, expected {
            {};{}         | 2, column 1: got more after the closing }, expected the end of the file
            """)
    void read_noJson_plainWords(String text, String message) throws IOException {
        assertThat(read(text.replace(';', '\n'))).isEmpty();
        assertThat(messages()).containsExactly("s.json line " + message);
    }

    @Test
    void read_schemaOfAnEditor_onlyAtTheRoot() throws IOException {
        JsonCursor root = read("{\"$schema\": \"s.schema.json\",\n\"a\": {\"b\": 1, \"$schema\": \"x\"}}")
                .orElseThrow();

        root.at("a").at("b").integer(0, 9);
        root.done();

        assertThat(messages())
                .containsExactly("s.json line 2, column 15, /a/$schema: got an unknown key, expected \"b\"");
    }

    @Test
    void read_byteOrderMark_isNoPartOfTheText() throws IOException {
        assertThat(read("\uFEFF{\"a\": 1}")).isPresent();
        assertThat(messages()).isEmpty();
    }

    @Test
    void read_deeperThanAnyValue_reportedWithItsPlace() throws IOException {
        assertThat(read("{\"a\":" + "[".repeat(100_000))).isEmpty();
        assertThat(messages())
                .containsExactly(
                        "s.json line 1, column 70: got values inside values more than 64 deep, expected fewer");
    }

    @Test
    void read_numbersBeyondDoubles_reportedAndReadOn() throws IOException {
        JsonCursor root = read("{\"a\": 1e999, \"b\": [-1e400],\n\"c\": 1" + "0".repeat(350) + ",\n\"d\": -1e-999}")
                .orElseThrow();

        assertThat(root.at("a").number(Range.any(""))).isNaN();
        assertThat(root.at("b").items().get(0).number(Range.any(""))).isNaN();
        assertThat(root.at("c").integer(0, 9)).isZero();
        assertThat(root.at("d").number(Range.any(""))).isZero();
        assertThat(messages())
                .containsExactly(
                        "s.json line 1, column 7, /a: got 1e999, expected a number below 1.8e308",
                        "s.json line 1, column 20, /b/0: got -1e400, expected a number below 1.8e308",
                        "s.json line 2, column 6, /c: got 1" + "0".repeat(79) + "..., expected a number below 1.8e308");
    }

    @Test
    void read_endlessNumber_reportedWithItsPlace() throws IOException {
        assertThat(read("{\"a\":\n " + "9".repeat(100_000) + "}")).isEmpty();
        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("s.json line 2")
                .endsWith(": got a number of more than 400 digits, expected fewer");
    }

    @Test
    void read_longTextAndControlCharacters_areShownShortAndHarmless() throws IOException {
        JsonCursor root = read("{\"a\": \"" + "x".repeat(5000) + "\", \"\\u001b[31mred\": 1}")
                .orElseThrow();

        root.at("a").integer(0, 9);
        root.done();

        assertThat(messages())
                .containsExactly(
                        "s.json line 1, column 7, /a: got \"" + "x".repeat(79)
                                + "..., expected a whole number from 0 to 9",
                        "s.json line 1, column 5011, /\uFFFD[31mred: got an unknown key, expected \"a\"");
    }

    private Optional<JsonCursor> read(String text) throws IOException {
        return JsonCursor.read(Files.writeString(folder.resolve("s.json"), text), problems);
    }

    private List<String> messages() {
        return problems.list().stream().map(InputProblem::toString).toList();
    }
}

package org.kapok.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.kapok.scenario.Text;

/** The data of a report as JSON that may stand inside HTML. */
final class Json {
    private static final MathContext DIGITS = new MathContext(8, RoundingMode.HALF_EVEN);
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        JsonMapper mapper =
                JsonMapper.builder().disable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        mapper.getFactory().setCharacterEscapes(new Safe());
        return mapper;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An object that is part of the report's own files. */
    static ObjectNode parse(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode text(Text text) {
        return object().put("en", text.en()).put("zh", text.zh());
    }

    /**
     * A number to eight significant digits, which is all that a chart or its table shows; nothing where it is not finite.
     * Unlike {@code Double.toString} it is the same text on every JDK.
     */
    static BigDecimal number(double value) {
        return Double.isFinite(value) ? plain(new BigDecimal(value).round(DIGITS)) : null;
    }

    /** A number to so many decimals. */
    static BigDecimal number(double value, int decimals) {
        return plain(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    static ArrayNode numbers(double... values) {
        ArrayNode numbers = array();
        for (double value : values) {
            numbers.add(number(value));
        }
        return numbers;
    }

    /** The text of a script element of type {@code application/json}. */
    static String inScript(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No value can end the script element or begin another: the characters of markup are written as escapes. */
    private static final class Safe extends CharacterEscapes {
        private static final long serialVersionUID = 1;
        private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

        private Safe() {
            for (char markup : new char[] {'<', '>', '&'}) {
                escapes[markup] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}

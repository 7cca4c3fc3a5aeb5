package org.kapok.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The JSON Schemas (draft 2020-12) of the files of a scenario, for editors and for checks. */
public enum ScenarioSchema {
    /** Of {@code scenario.json}. */
    SCENARIO,
    /** Of the file that {@code services} names. */
    SERVICES,
    /** Of the file that {@code indicators} names. */
    INDICATORS;

    /** The name of the schema's file, such as {@code scenario.schema.json}. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".schema.json";
    }

    /** The schema. */
    public String text() {
        try (InputStream stream = ScenarioSchema.class.getResourceAsStream("schema/" + fileName())) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

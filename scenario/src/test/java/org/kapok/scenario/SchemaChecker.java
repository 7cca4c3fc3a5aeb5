package org.kapok.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Files held to their schemas by a validator of its own. */
final class SchemaChecker {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<ScenarioSchema, Schema> schemas = new EnumMap<>(ScenarioSchema.class);

    SchemaChecker() {
        SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
        for (ScenarioSchema each : ScenarioSchema.values()) {
            schemas.put(each, registry.getSchema(each.text()));
        }
    }

    /** The schema of a file, by its name. */
    static ScenarioSchema of(Path file) {
        return ScenarioSchema.valueOf(
                file.getFileName().toString().replace(".json", "").toUpperCase(java.util.Locale.ROOT));
    }

    /** What is wrong with a file. */
    List<String> errors(Path file) throws IOException {
        return errors(of(file), MAPPER.readTree(Files.readString(file)));
    }

    List<String> errors(ScenarioSchema schema, JsonNode instance) {
        return schemas.get(schema).validate(instance).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getKeyword() + ": " + error.getMessage())
                .toList();
    }
}

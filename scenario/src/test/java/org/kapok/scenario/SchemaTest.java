package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kapok.scenario.SchemaChecker.MAPPER;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.table.AskedValues;

/** Scenarios that are read are valid by the schemas, and the schemas have what readers ask for and nothing else. */
class SchemaTest {
    private static final List<String> FILES = List.of("scenario.json", "services.json", "indicators.json");

    @TempDir
    private Path folder;

    private final SchemaChecker checker = new SchemaChecker();

    private List<Path> samples() {
        List<Path> samples = new ArrayList<>(List.of(
                EveryField.wide(folder.resolve("wide")).folder(),
                EveryField.net(folder.resolve("net")).folder(),
                EveryField.heads(folder.resolve("heads")).folder(),
                EveryField.merge(folder.resolve("merge")).folder(),
                EveryField.split(folder.resolve("split")).folder()));
        BundledScenarios.names().forEach(name -> samples.add(BundledScenarios.folder(name)));
        return samples;
    }

    @Test
    void scenariosThatAreRead_areValid() throws IOException {
        for (Path sample : samples()) {
            ScenarioFolder.read(sample);
            for (String file : FILES) {
                if (Files.exists(sample.resolve(file))) {
                    assertThat(checker.errors(sample.resolve(file)))
                            .as(sample.resolve(file).toString())
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void membersOfTheSchemas_areThoseThatReadersAskFor() throws IOException {
        Set<String> unknown = new TreeSet<>();
        Map<ScenarioSchema, Set<String>> asked = new EnumMap<>(ScenarioSchema.class);
        for (Path sample : samples()) {
            AskedValues values = new AskedValues();
            ScenarioFolder.read(sample, values.of(sample));
            for (Map.Entry<String, Set<String>> file : values.pointers().entrySet()) {
                Path path = sample.resolve(file.getKey());
                if (!FILES.contains(path.getFileName().toString())) {
                    continue; // GeoJSON has a standard of its own
                }
                ScenarioSchema schema = SchemaChecker.of(path);
                SchemaPlaces places = new SchemaPlaces(tree(schema), MAPPER.readTree(Files.readString(path)));
                for (String pointer : file.getValue()) {
                    Set<String> members = places.of(pointer);
                    asked.computeIfAbsent(schema, each -> new TreeSet<>()).addAll(members);
                    if (members.isEmpty()) {
                        unknown.add(schema + " " + pointer);
                    }
                }
            }
        }

        assertThat(unknown).as("what readers ask for and schemas lack").isEmpty();
        for (ScenarioSchema schema : ScenarioSchema.values()) {
            Set<String> never = SchemaPlaces.members(tree(schema));
            never.removeAll(asked.get(schema));
            assertThat(never)
                    .as("what the schema of " + schema + " has and no reader asks for")
                    .containsExactly("/$schema");
        }
    }

    private static JsonNode tree(ScenarioSchema schema) throws IOException {
        return MAPPER.readTree(schema.text());
    }
}

package org.kapok.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kapok.scenario.table.OutputFolder;

/** The parts that the {@code run.json} of every kind of result has in common. */
final class RunFile {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunFile() {}

    /** The version of the library. */
    static String version() {
        String version = RunFile.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** An empty object of JSON. */
    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** A file that so far says which version of the library wrote it. */
    static ObjectNode start() {
        return object().put("kapok", version());
    }

    /** Adds the files that a scenario was read from, and their hashes. */
    static void putInputs(ObjectNode node, Scenario scenario) {
        ArrayNode inputs = node.putArray("inputs");
        scenario.files()
                .forEach((file, hash) -> inputs.addObject().put("file", file).put("sha256", hash));
    }

    /** Adds what a scenario assumes, as findings that others may follow. */
    static ArrayNode putFindings(ObjectNode node, Scenario scenario) {
        ArrayNode findings = node.putArray("findings");
        for (Assumption assumption : scenario.assumptions()) {
            put(findings.addObject().put("kind", "assumption").put("id", assumption.id()), assumption.text());
        }
        return findings;
    }

    static void put(ObjectNode node, Text text) {
        node.put("en", text.en()).put("zh", text.zh());
    }

    /** Writes the file of a folder of results, and describes the tables that stand there already. */
    static void write(Path folder, ObjectNode root) throws IOException {
        ResultTables.describe(folder);
        write(folder, OutputFolder.RUN_FILE, root);
    }

    static void write(Path folder, String file, ObjectNode root) throws IOException {
        Files.write(folder.resolve(file), MAPPER.writeValueAsBytes(root));
    }
}

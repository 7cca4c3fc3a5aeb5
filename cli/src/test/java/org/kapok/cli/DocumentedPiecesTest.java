package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.scenario.ScenarioSchema;

/** The pieces of JSON and Java in documents that are no whole examples: what they say is known, and compiles. */
class DocumentedPiecesTest {
    private static final Pattern JSON = Pattern.compile("(?ms)^```json\n(.*?)^```$");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"getting-started", "scenario-format", "solving"})
    void json_isKnownToTheSchemas(String document) throws IOException {
        Matcher blocks = JSON.matcher(Files.readString(Examples.TOP.resolve("docs/" + document + ".md")));
        int checked = 0;
        while (blocks.find()) {
            String block = blocks.group(1);
            if (block.contains("json.schemas")) {
                continue; // settings of an editor
            }
            boolean whole = block.startsWith("{");
            JsonNode said = MAPPER.readTree(whole ? block : "{" + block + "}");
            assertThat(problems(whole ? said : inAScenario(said))).as(block).isEmpty();
            checked++;
        }
        assertThat(checked).isPositive();
        assertThat(problems(inAScenario(MAPPER.readTree("{\"solv\": {}}"))))
                .as("what is not known is found")
                .isNotEmpty();
    }

    private static JsonNode inAScenario(JsonNode part) throws IOException {
        ObjectNode scenario = (ObjectNode) MAPPER.readTree(
                "{\"format\": \"kapok-scenario/1\", \"id\": \"a\", \"extends\": \"bundled:guangzhou\"}");
        return scenario.setAll((ObjectNode) part);
    }

    private static List<String> problems(JsonNode said) {
        ScenarioSchema schema = said.path("services").isArray()
                ? ScenarioSchema.SERVICES
                : said.path("indicators").isArray() ? ScenarioSchema.INDICATORS : ScenarioSchema.SCENARIO;
        return SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(schema.text()).validate(said).stream()
                .map(Object::toString)
                .toList();
    }

    /** Without imports of their own they are meant for where all is imported, as in {@code kapok jshell}. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/getting-started.md", "docs/reading-the-report.md"})
    void java_compilesWithTheImportsOfTheShell(String document) throws IOException {
        String imports = "import java.util.*;\nimport org.kapok.report.html.*;\n"
                + new String(Kapok.class.getResourceAsStream("kapok.jsh").readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("import "))
                        .collect(Collectors.joining("\n", "", "\n"));
        String given = document.contains("reading")
                ? "Scenario scenario = null; Scenario plan = BundledScenarios.read(\"guangzhou-plan\");\n"
                : "";
        for (String block : Examples.blocks(document)) {
            assertThat(Examples.compile(Examples.inAMethod(imports, given + block), folder))
                    .as(block)
                    .isEmpty();
        }
    }

    @Test
    void java_thatDoesNotCompile_isFound() throws IOException {
        assertThat(Examples.compile(Examples.inAMethod("", "none();"), folder)).contains("cannot find symbol");
    }
}

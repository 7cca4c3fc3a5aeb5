package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The schemas in the jar and in {@code docs} are what the shapes say. After a change of a shape, {@code mvn -pl scenario
 * -am test -Dtest=SchemaFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dkapok.schema=write} writes them anew.
 */
class SchemaFilesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/kapok/scenario/schema");
    private static final Path DOCS = Path.of("../docs/schema");
    private static final ObjectWriter WRITER = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    @ParameterizedTest
    @EnumSource(ScenarioSchema.class)
    void files_asTheShapesSay(ScenarioSchema schema) throws IOException {
        String wanted = WRITER.writeValueAsString(shapes(schema)) + "\n";
        String name = schema.fileName();
        if ("write".equals(System.getProperty("kapok.schema"))) {
            Files.writeString(RESOURCES.resolve(name), wanted);
            Files.writeString(DOCS.resolve(name), wanted);
            return;
        }

        assertThat(RESOURCES.resolve(name)).content().as("in the jar").isEqualTo(wanted);
        assertThat(DOCS.resolve(name)).content().as("in docs").isEqualTo(wanted);
        assertThat(schema.text()).isEqualTo(wanted);
    }

    private static ObjectNode shapes(ScenarioSchema schema) {
        return switch (schema) {
            case SCENARIO -> ScenarioShapes.schema();
            case SERVICES -> ServicesShapes.schema();
            case INDICATORS -> IndicatorsShapes.schema();
        };
    }
}

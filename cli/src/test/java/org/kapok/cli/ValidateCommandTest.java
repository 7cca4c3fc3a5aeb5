package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.BundledScenarios;

/** One look at a damaged scenario tells all that has to be mended. */
class ValidateCommandTest {
    private static final String TABLES = """
            moves.csv: no such file
            population.csv line 2, column persons (region 440103, status registered, female, age 0): got "abc", expected 0\
             or more persons
            """;
    private static final String KEYS = """
            scenario.json line 83, column 3, /recrod: got an unknown key, expected one of extends, format, id, ..., map;\
             did you mean record?
            scenario.json line 89, column 14, /ensemble/draws: got 0, expected a whole number from 1 to 10000000
            services.json line 2, column 14, /cut_off: got 8, expected text
            """;
    private static final String ROW = """
            tfr.csv line 3, column tfr (region 440103, status non_registered): got -3, expected 0 or more children per\
             woman
            """;

    @TempDir
    private Path parent;

    private Path folder;

    @BeforeEach
    void damage() throws IOException {
        folder = parent.resolve("guangzhou");
        BundledScenarios.copy("guangzhou", folder);
        edit("scenario.json", "\"record\": ", "\"recrod\": ");
        edit("scenario.json", "\"draws\": 1000", "\"draws\": 0");
        edit("services.json", "\"cut_off\": \"08-31\"", "\"cut_off\": 8");
        edit("population.csv", "440103,registered,female,0,3027.6143373549626", "440103,registered,female,0,abc");
        edit("tfr.csv", "440103,non_registered,0.4773643997378455", "440103,non_registered,-3");
        Files.delete(folder.resolve("moves.csv"));
    }

    @Test
    void validate_manyMistakes_areAllToldAtOnceInOrder() {
        assertThat(validate()).isEqualTo("kapok: wrong input\n" + TABLES + KEYS + ROW);
    }

    @Test
    void validate_cellsAndYearsCannotBeRead_whatDoesNotDependOnThemIsTold() throws IOException {
        edit("scenario.json", "\"last_year\": 2035", "\"last_year\": \"2035\"");
        edit("scenario.json", "\"width\": 1", "\"width\": 3");
        edit("regions.csv", "440104,Yuexiu", "440103,Yuexiu");

        assertThat(validate())
                .isEqualTo("kapok: wrong input\n" + TABLES
                        + "regions.csv line 3, column id: got region 440103 twice, expected each once\n"
                        + "scenario.json line 10, column 16, /last_year: got \"2035\", expected a whole number from 1 to"
                        + " 9999\n"
                        + "scenario.json line 12, column 21, /ages/width: got 3, expected one of [1,5]\n"
                        + KEYS + ROW);
    }

    @Test
    void validate_misspeltKeys_areToldOnceAndTheirValuesAreChecked() throws IOException {
        edit("scenario.json", "\"population\": ", "\"populaton\": ");
        edit("scenario.json", "\"mortality\": {", "\"mortalty\": {");

        assertThat(validate().lines())
                .contains(TABLES.lines().toArray(String[]::new))
                .contains(KEYS.lines().toArray(String[]::new))
                .filteredOn(line -> line.contains("mort") || line.contains("populat"))
                .hasSize(3);
    }

    private void edit(String name, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(name));
        assertThat(text).contains(from);
        Files.writeString(folder.resolve(name), text.replaceFirst(Pattern.quote(from), to));
    }

    private String validate() {
        StringWriter err = new StringWriter();
        int code = Kapok.execute(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "validate",
                folder.toString(),
                "--lang",
                "en");
        assertThat(code).isEqualTo(2);
        return err.toString();
    }
}

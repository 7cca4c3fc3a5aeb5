package org.kapok.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What validate says of JSON that the readers did not come to, in their words and each problem once. */
class SchemaCheckTest {
    private static final String TOLD = """
            kapok: wrong input
            scenario.json line 3, column 21, /ages/width: got 3, expected one of [1,5]
            scenario.json line 4, column 3, /last_yaer: got an unknown key, expected one of extends, format, id, ...,\
             map; did you mean last_year?
            scenario.json line 5, column 25, /fertility/asfr: got "", expected text
            scenario.json line 5, column 65, /fertility/newborn_status/away/away: got 2, expected 0 to 1
            scenario.json line 6, column 25, /ensemble/draws: got 0, expected a whole number from 1 to 10000000
            scenario.json line 6, column 62, /ensemble/processes/fertility/sd: got -1, expected 0 or more
            scenario.json line 6, column 75, /ensemble/processes/fertility/local: got no "probability", expected it
            scenario.json line 6, column 75, /ensemble/processes/fertility/local: got no "year", expected it
            scenario.json line 6, column 88, /ensemble/processes/fertility/local/interval: got 1 numbers, expected the\
             low and the high end
            scenario.json line 7, column 56, /changes/0/flow: got "arivals", expected one of fertility, mortality,\
             arrivals, departures, moves, transition:settlement, transition:absence, transition:return, rural_share; did\
             you mean arrivals?
            scenario.json line 7, column 77, /changes/0/factor: got true, expected 0 or more
            scenario.json line 8, column 37, /changes/1/change: got "scalling", expected one of fertility_level,\
             fertility_uplift, life_expectancy, infant_mortality, scaling, fixed_flow, age_profile, quota, shock, housing,\
             merge, split; did you mean scaling?
            scenario.json line 9, column 14, /targets: got 5, expected text
            services.json line 1, column 13, /cut_off: got "13-01", expected month and day such as "08-31"
            services.json line 1, column 22, /servics: got an unknown key, expected one of domains, cut_off, rates,\
             pathways, services; did you mean services?
            services.json line 1, column 46, /rates: got 5, expected text
            """;

    @TempDir
    private Path folder;

    @Test
    void validate_readersStopEarly_allFilesAreToldWhole() throws IOException {
        Files.writeString(folder.resolve("scenario.json"), """
                {
                  "$schema": "x", "extends": "bundled:guangzhou", "id": "b",
                  "ages": {"width": 3, "open": 100},
                  "last_yaer": 2030, "observed": null,
                  "fertility": {"asfr": "", "newborn_status": {"away": {"away": 2}}},
                  "ensemble": {"draws": 0, "processes": {"fertility": {"sd": -1, "local": {"interval": [1]}}}},
                  "changes": [{"id": "a", "change": "scaling", "flow": "arivals", "factor": true},
                              {"id": "c", "change": "scalling"}],
                  "targets": 5,
                  "services": "services.json"
                }
                """);
        Files.writeString(folder.resolve("services.json"), "{\"cut_off\": \"13-01\", \"servics\": [], \"rates\": 5}");

        String told = validate(2);

        assertThat(told).isEqualTo(TOLD);
    }

    @Test
    void validate_readersTellAll_nothingIsToldTwice() throws IOException {
        Files.writeString(
                folder.resolve("scenario.json"),
                "{\"extends\": \"bundled:guangzhou\",\n\"last_year\": \"2030\",\n\"convention\": \"none\",\n"
                        + "\"ages\": {\"width\": 1},\n\"a\": 1, \"a\": 2}");

        String told = validate(2);

        assertThat(told.lines().skip(1).map(line -> line.split(", expected")[0]))
                .doesNotHaveDuplicates()
                .contains(
                        "scenario.json line 2, column 14, /last_year: got \"2030\"",
                        "scenario.json line 4, column 9, /ages: got no \"open\"",
                        "scenario.json line 5, column 9, /a: got \"a\" again");
    }

    @Test
    void validate_noJson_isToldOnce() throws IOException {
        Files.writeString(folder.resolve("scenario.json"), "{\"id\": ");

        assertThat(validate(2))
                .isEqualTo("kapok: wrong input\nscenario.json line 1, column 8: got the end of the file,"
                        + " expected every { and [ to be closed\n");
    }

    private String validate(int exitCode) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Kapok.execute(
                new PrintWriter(out), new PrintWriter(err, true), "validate", folder.toString(), "--lang", "en");
        assertThat(code).isEqualTo(exitCode);
        return err.toString();
    }
}

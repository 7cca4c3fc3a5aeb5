package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kapok.scenario.table.InputDataException;

/** What a planner is told of each mistake: where, what was got, what is expected, and all mistakes at once. */
class ScenarioFaultsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cells1", "cells2", "files1", "files2", "json1", "json2", "json3", "services1", "services2"})
    void read_fault_isToldInFull(String name, UnaryOperator<SmallScenario> fault, List<String> messages) {
        SmallScenario small = fault.apply(SmallScenario.in(folder));

        InputDataException refused =
                catchThrowableOfType(InputDataException.class, () -> ScenarioFolder.read(small.folder()));

        assertThat(refused).as("refusal of " + name).isNotNull();
        assertThat(refused.getMessage().lines().toList()).isEqualTo(messages);
    }

    static Stream<Arguments> cells1() {
        return Stream.of(
                fault(
                        "missing cell",
                        small -> small.edit("population.csv", "A,local,female,3,10\n", ""),
                        "population.csv: got 87 of 88 cells, expected every one; missing: region A, status local, female, age 3"),
                fault(
                        "cell given twice",
                        small -> small.edit(
                                "population.csv",
                                "A,local,female,3,10\n",
                                "A,local,female,3,10\nA,local,female,3,11\n"),
                        "population.csv line 6: got region A, status local, female, age 3 again, expected it once (first on line 5)"),
                fault(
                        "unknown region, status, sex and age",
                        small -> small.edit("population.csv", "A,local,female,3,10\n", "C,local,female,3,10\n")
                                .edit("population.csv", "B,guest,male,1,1\n", "B,gest,mal,111,1\n"),
                        "population.csv line 5, column region: got \"C\", expected one of A, B",
                        "population.csv line 80, column status: got \"gest\", expected one of local, guest; did you mean guest?",
                        "population.csv line 80, column sex: got \"mal\", expected one of female, male; did you mean male?",
                        "population.csv line 80, column age: got \"111\", expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
                fault(
                        "negative, NaN, text, share over 1, in two files",
                        small -> small.edit("population.csv", "A,local,female,3,10\n", "A,local,female,3,-1\n")
                                .edit("population.csv", "A,local,female,4,10\n", "A,local,female,4,NaN\n")
                                .edit("population.csv", "A,local,female,5,10\n", "A,local,female,5,ten\n")
                                .edit("destinations.csv", "B,0.75", "B,1.75"),
                        "destinations.csv line 3, column share (region B): got 1.75, expected 0 to 1",
                        "population.csv line 5, column persons (region A, status local, female, age 3): got -1, expected 0 or more persons",
                        "population.csv line 6, column persons (region A, status local, female, age 4): got \"NaN\", expected 0 or more persons",
                        "population.csv line 7, column persons (region A, status local, female, age 5): got \"ten\", expected 0 or more persons"),
                fault(
                        "shares that do not add up",
                        small -> small.edit("destinations.csv", "B,0.75", "B,0.7"),
                        "scenario.json line 24, column 55, /internal/destination_share: got shares adding up to 0.95, expected 1"));
    }

    static Stream<Arguments> cells2() {
        return Stream.of(
                fault(
                        "rates that take more than everybody",
                        small -> small.edit(
                                "scenario.json",
                                "\"rate\": 0.1}]",
                                "\"rate\": 0.6}, {\"id\": \"s2\", \"from\": \"guest\", \"to\": \"local\", \"rate\": 0.6}]"),
                        "scenario.json line 25, column 18, /transitions: ProjectionInputs.transitions [settlement, s2]: got rates that may add up to 1.2 per person of status guest per year, expected 1.0 at most"),
                fault(
                        "rate over 1",
                        small -> small.edit("scenario.json", "\"departure_rate\": 0.01", "\"departure_rate\": 1.5"),
                        "scenario.json line 23, column 69, /external/departure_rate: got 1.5, expected a finite value of 0.0 to 1.0"),
                fault(
                        "mortality of nobody in the open group",
                        small -> small.edit("mortality.csv", "10,0.2,0.25", "10,0,0.25"),
                        "scenario.json line 17, column 16, /mortality: mortality, female: LifeTable.mx, age 10+: got 0.0, expected above 0"));
    }

    static Stream<Arguments> files1() {
        return Stream.of(
                fault(
                        "ragged row",
                        small -> small.edit("arrivals.csv", "A,guest,1.5", "A,guest"),
                        "arrivals.csv line 3: got 2 fields, expected 3 as in the header"),
                fault(
                        "quote that does not end",
                        small -> small.edit("arrivals.csv", "A,guest,1.5", "A,\"guest,1.5"),
                        "arrivals.csv line 3: got a quoted field that does not end at a comma or the end of its line, expected \" around whole fields and \"\" inside them; the rest of the file was not read"),
                fault(
                        "misnamed column",
                        small -> small.edit("population.csv", "age,persons", "age,people"),
                        "population.csv line 1, column people: got an unknown column, expected one of region, status, sex, age, persons, note, source",
                        "population.csv line 1: got no column persons among region, status, sex, age, people, expected it"),
                fault(
                        "misspelt value column",
                        small -> small.write("arrivals.csv", "region,person\nA,1\nB,-1\n"),
                        "arrivals.csv line 1: got no column persons among region, person, expected it; is \"person\" meant as persons?",
                        "arrivals.csv line 3, column persons (region B): got -1, expected 0 or more persons per year"),
                fault(
                        "full-width commas",
                        small -> small.write("arrivals.csv", "region，status，persons\nA，local，1\n"),
                        "arrivals.csv line 1: got columns divided by full-width commas, expected commas"),
                fault("empty file", small -> small.write("arrivals.csv", ""), "arrivals.csv: got an empty file"),
                fault(
                        "header alone",
                        small -> small.write("arrivals.csv", "region,status,persons\n"),
                        "arrivals.csv: got a header and no rows"));
    }

    static Stream<Arguments> files2() {
        return Stream.of(
                fault(
                        "no regions",
                        small -> small.write("regions.csv", "id,title_en,title_zh,group\n"),
                        "regions.csv: got a header and no rows"),
                fault(
                        "semicolons",
                        small -> small.write("destinations.csv", "region;share\nA;0.25\nB;0.75\n"),
                        "destinations.csv line 1: got columns divided by semicolons, expected commas"),
                fault(
                        "missing files",
                        small -> small.edit("scenario.json", "\"arrivals.csv\"", "\"arivals.csv\"")
                                .edit("scenario.json", "\"targets.csv\"", "\"tragets.csv\"")
                                .edit("scenario.json", "\"services.json\"", "\"nope.json\""),
                        "arivals.csv: no such file",
                        "nope.json: no such file",
                        "tragets.csv: no such file"),
                fault(
                        "folder in place of a file",
                        small -> small.edit("scenario.json", "\"arrivals.csv\"", "\".\""),
                        ".: got a folder, expected a file"));
    }

    static Stream<Arguments> json1() {
        return Stream.of(
                fault(
                        "truncated",
                        small -> small.write("scenario.json", "{\n  \"format\": \"kapok-scenario/1\",\n  \"id\": "),
                        "scenario.json line 3, column 9: got the end of the file, expected every { and [ to be closed"),
                fault(
                        "comma before a closing brace",
                        small -> small.edit(
                                "scenario.json",
                                "\"assumptions\": \"assumptions.csv\"",
                                "\"assumptions\": \"assumptions.csv\","),
                        "scenario.json line 30, column 1: got }, expected a name in double quotes (and no comma before a closing })"),
                fault(
                        "key given twice",
                        small -> small.edit(
                                "scenario.json",
                                "\"last_year\": 2023,",
                                "\"last_year\": 2023,\n  \"last_year\": 2024,"),
                        "scenario.json line 8, column 3, /last_year: got \"last_year\" again, expected it once (first on line 7)"),
                fault(
                        "wrong format version",
                        small -> small.edit("scenario.json", "scenario/1", "scenario/9"),
                        "scenario.json line 2, column 13, /format: got \"kapok-scenario/9\", expected \"kapok-scenario/1\""),
                fault(
                        "misspelt key",
                        small -> small.edit("scenario.json", "\"departure_rate\"", "\"departure_rates\""),
                        "scenario.json line 23, column 51, /external/departure_rates: got an unknown key, expected one of arrivals, arrival_rate, departures, departure_rate, net, net_rate, net_total; did you mean departure_rate?"));
    }

    static Stream<Arguments> json2() {
        return Stream.of(
                fault(
                        "kinds of values",
                        small -> small.edit("scenario.json", "\"last_year\": 2023", "\"last_year\": \"2023\"")
                                .edit(
                                        "scenario.json",
                                        "\"resident\": true, \"registered\": true",
                                        "\"resident\": 1, \"registered\": true")
                                .edit("scenario.json", "\"2020-01-01\"", "\"2020-13-01\""),
                        "scenario.json line 6, column 16, /base_date: got \"2020-13-01\", expected a date such as \"2025-06-30\"",
                        "scenario.json line 7, column 16, /last_year: got \"2023\", expected a whole number from 1 to 9999",
                        "scenario.json line 13, column 33, /statuses/0/resident: got 1, expected true or false"),
                fault(
                        "newborns that are more than all",
                        small -> small.edit("scenario.json", "\"guest\": 0.6", "\"guest\": 0.7"),
                        "scenario.json line 21, column 33, /fertility/newborn_status/guest: got shares that add up to 1.1 in 2020, expected 1"),
                fault(
                        "base that is not there",
                        small -> small.edit(
                                "scenario.json",
                                "\"id\": \"small\",",
                                "\"id\": \"small\", \"extends\": \"../nowhere\","),
                        "../nowhere/scenario.json: no such file"),
                fault(
                        "scenario that extends itself",
                        small -> small.edit(
                                "scenario.json", "\"id\": \"small\",", "\"id\": \"small\", \"extends\": \".\","),
                        "scenario.json line 3, column 29, /extends: got a scenario that extends itself, expected another one"),
                fault(
                        "unknown convention",
                        small -> small.edit("scenario.json", "un-wpp-2024", "un-wpp-2023"),
                        "scenario.json line 8, column 17, /convention: got \"un-wpp-2023\", expected one of un-wpp-2024, un-wpp-2019-end, un-wpp-2019-even, un-even, wheldon, fso-two-status; did you mean un-wpp-2024?"));
    }

    static Stream<Arguments> json3() {
        return Stream.of(
                fault(
                        "last year before the base",
                        small -> small.edit("scenario.json", "2023", "2019"),
                        "scenario.json line 7, column 16, /last_year: got 2019, expected a whole number from 2021 to 2120"),
                fault(
                        "transition given twice",
                        small -> small.edit(
                                "scenario.json",
                                "\"rate\": 0.1}]",
                                "\"rate\": 0.1}, {\"id\": \"settlement\", \"from\": \"guest\", \"to\": \"local\", \"rate\": 0.1}]"),
                        "scenario.json line 25, column 93, /transitions/1/id: got transition \"settlement\" twice, expected each once"),
                fault(
                        "year that is none",
                        small -> small.edit(
                                "scenario.json",
                                "\"mx\": \"mortality.csv\"",
                                "\"mx\": \"mortality.csv\", \"life_expectancy\": {\"soon\": 80}"),
                        "scenario.json line 17, column 68, /mortality/life_expectancy/soon: got key \"soon\", expected a year"));
    }

    static Stream<Arguments> services1() {
        return Stream.of(
                fault(
                        "supply of an unknown service",
                        small -> small.edit("supply.csv", "beds,,2021", "bedz,,2021"),
                        "supply.csv line 3, column service: got \"bedz\", expected one of beds, school; did you mean beds?"),
                fault(
                        "supply by region and as a whole",
                        small -> small.edit("supply.csv", "beds,,2021", "beds,A,2021"),
                        "supply.csv: Supply of beds: got rows by region and rows for the whole area, expected one of the two"),
                fault(
                        "supply below nothing",
                        small -> small.edit("supply.csv", "beds,,2021,1,0.5", "beds,,2021,-5,1"),
                        "supply.csv line 3, column capacity: got -5, expected 0 or more in the unit of the service"),
                fault(
                        "share of an unknown service",
                        small -> small.edit(
                                "services.json",
                                "\"norm\": {\"model\": \"ratio\", \"population\": {\"measure\": \"resident\"}, \"per\": 100, \"value\": 1}",
                                "\"norm\": {\"model\": \"share\", \"of\": \"nothing\", \"value\": 0.5}"),
                        "services.json line 8, column 15, /services/0/norm: Services, norm of beds: got a reference to nothing, expected one of [beds, school]"),
                fault(
                        "share of itself",
                        small -> small.edit(
                                "services.json",
                                "\"norm\": {\"model\": \"ratio\", \"population\": {\"measure\": \"resident\"}, \"per\": 100, \"value\": 1}",
                                "\"norm\": {\"model\": \"share\", \"of\": \"beds\", \"value\": 0.5}"),
                        "services.json line 3, column 15, /services: Services, norm: got references in a circle among [beds]"));
    }

    static Stream<Arguments> services2() {
        return Stream.of(
                fault(
                        "numbers and statuses of models",
                        small -> small.edit("services.json", "\"per\": 100", "\"per\": -5")
                                .edit(
                                        "services.json",
                                        "\"grades\": 2, \"attendance\": {\"local\": 1}",
                                        "\"grades\": 0, \"attendance\": {\"locl\": 1}"),
                        "services.json line 8, column 80, /services/0/norm/per: got -5, expected 0.001 or more",
                        "services.json line 15, column 61, /services/1/need/grades: got 0, expected a whole number from 1 to 15",
                        "services.json line 15, column 87, /services/1/need/attendance/locl: got status \"locl\", expected one of [local, guest]"),
                fault(
                        "target of an unknown measure and region",
                        small -> small.edit("targets.csv", "resident,,2022-01-01", "residents,,2022-01-01")
                                .edit("targets.csv", "status:guest,A", "status:guest,Z"),
                        "targets.csv line 2, column measure: got \"residents\", expected one of resident, registered, status:local, ..., life_expectancy; did you mean resident?",
                        "targets.csv line 3, column region: got \"Z\", expected one of inner, outer, A, B"),
                fault(
                        "target off the horizon",
                        small -> small.edit("targets.csv", "2022-01-01", "2051-01-01"),
                        "targets.csv line 2, column date: got 2051-01-01, expected a date from 2020-01-01 to 2023-01-01"));
    }

    private static Arguments fault(String name, UnaryOperator<SmallScenario> fault, String... messages) {
        return arguments(name, fault, List.of(messages));
    }
}

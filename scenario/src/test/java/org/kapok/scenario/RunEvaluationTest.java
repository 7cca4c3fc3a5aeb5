package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Axis;
import org.kapok.projection.Evaluation.Difference;
import org.kapok.projection.Evaluation.YearErrors;
import org.kapok.scenario.table.InputDataException;

/**
 * A small run held against tables of a few cells: at the base date each sex and age of two regions has 10 locals, who
 * are residents, and 1 guest, who is none here.
 */
class RunEvaluationTest {
    private static final double TOLERANCE = 1e-12;

    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void run() throws IOException {
        run = run("run", small());
    }

    @Test
    void of_runAgainstItself_isZeroInEveryCell() {
        RunEvaluation evaluation = RunEvaluation.of(run, run, AgeBand.all(), 0);

        assertThat(evaluation.missing()).isEmpty();
        assertThat(evaluation.evaluation().years()).hasSize(4).allSatisfy(year -> {
            assertThat(year.cells()).isEqualTo(2 * 2 * 2 * 11);
            assertThat(year.total().error()).isZero();
            assertThat(year.mape()).isZero();
            assertThat(year.weightedApe()).isZero();
            assertThat(year.largest().error()).isZero();
        });
    }

    @Test
    void of_regionsAlone_comparesResidentsOfEverySexAndAge() {
        YearErrors errors = only(evaluate("year,region,persons\n2020,A,200\n2020,B,250\n"));

        assertThat(errors.total()).isEqualTo(new Difference(Map.of(), 450, 440));
        assertThat(errors.mape()).isCloseTo((20.0 / 200 + 30.0 / 250) / 2, within(TOLERANCE));
        assertThat(errors.weightedApe()).isCloseTo(50.0 / 450, within(TOLERANCE));
        assertThat(errors.largest()).isEqualTo(new Difference(Map.of(Axis.REGION, "B"), 250, 220));
    }

    @ParameterizedTest
    @CsvSource({"local, 440", "guest, 44"})
    void of_status_comparesItsPeopleAlone(String status, double persons) {
        assertThat(only(evaluate("year,status,persons\n2020," + status + ",400\n"))
                        .total()
                        .projected())
                .isEqualTo(persons);
    }

    @Test
    void of_coarserAges_comparesTheirSums() {
        YearErrors errors =
                only(evaluate("date,age,persons_female,persons_male\n2020-01-01,0,100,50\n2020-01-01,5+,60,120\n"));

        // 5 ages of 2 regions, then 6
        assertThat(errors.cells()).isEqualTo(4);
        assertThat(errors.largest()).isEqualTo(new Difference(Map.of(Axis.SEX, "female", Axis.AGE, "5"), 60, 120));
        assertThat(errors.mape()).isCloseTo((0.0 + 60.0 / 60 + 50.0 / 50 + 0.0) / 4, within(TOLERANCE));
    }

    @ParameterizedTest
    @CsvSource({"0-4, 134, 200", "0-2, 98, 120", "3-4, 36, 80", "0-6, 134, 280"})
    void of_ages_comparesTheGroupsInThem(String ages, double expected, double projected) {
        Path table = write("ages.csv", "year,age,persons\n2020,0,98\n2020,3,36\n");

        RunEvaluation evaluation = RunEvaluation.of(run, table, AgeBand.parse(ages), 0);

        // 40 residents of each age; the last group is closed where the band ends
        assertThat(only(evaluation).total()).isEqualTo(new Difference(Map.of(), expected, projected));
    }

    @Test
    void of_datesTheRunLacks_areNamed() {
        RunEvaluation evaluation =
                evaluate("date,persons\n2020-01-01,440\n2020-12-31,440\n2022-01-01,440\n2030-01-01,440\n");

        assertThat(evaluation.evaluation().years()).extracting(YearErrors::year).containsExactly(2020, 2022);
        assertThat(evaluation.missing()).containsExactly("2020-12-31", "2030-01-01");
    }

    @Test
    void of_folderWithPopulation_readsIt() throws IOException {
        Files.createDirectory(folder.resolve("seen"));
        Files.writeString(folder.resolve("seen/population.csv"), "year,persons,source\n2020,440,census\n");

        RunEvaluation evaluation = RunEvaluation.of(run, folder.resolve("seen"), AgeBand.all(), 0);

        assertThat(only(evaluation).total().error()).isZero();
    }

    @Test
    void of_anotherRun_comparesByItsOwnDates() throws IOException {
        Path longer = run("longer", small().edit("scenario.json", "\"last_year\": 2023", "\"last_year\": 2025"));
        Path july = run("july", small().edit("scenario.json", "2020-01-01", "2020-07-01"));

        assertThat(RunEvaluation.of(run, longer, AgeBand.all(), 0).missing())
                .containsExactly("2024-01-01", "2025-01-01");
        assertThatThrownBy(() -> RunEvaluation.of(run, july, AgeBand.all(), 0))
                .isInstanceOf(InputDataException.class)
                .hasMessage("july/population.csv, column year: got 2020-07-01, 2021-07-01, 2022-07-01, 2023-07-01,"
                        + " expected at least one date of the run, each year from 2020-01-01 to 2023-01-01");
    }

    @Test
    void writeTo_table_hasARowForEachPart() throws IOException {
        evaluate("year,region,persons\n2020,A,200\n2020,B,250\n").writeTo(folder.resolve("errors.csv"));

        assertThat(folder.resolve("errors.csv")).hasContent("""
                date,part,region,status,sex,age,expected,projected,error,relative_error,cells,zero_cells,mape,weighted_ape
                2020-01-01,total,,,,,450,440,-10,-0.022222222222222223,2,0,0.11,0.1111111111111111
                2020-01-01,largest_error,B,,,,250,220,-30,-0.12,,,,
                2020-01-01,largest_relative_error,B,,,,250,220,-30,-0.12,,,,
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"labels", "tables", "bands"})
    void of_fault_isToldInFull(String name, String table, String ages, List<String> messages) {
        Path expected = write("seen.csv", table);

        InputDataException refused = catchThrowableOfType(
                InputDataException.class, () -> RunEvaluation.of(run, expected, AgeBand.parse(ages), 0));

        assertThat(refused).as("refusal of " + name).isNotNull();
        assertThat(refused.getMessage().lines().toList()).isEqualTo(messages);
    }

    static Stream<Arguments> labels() {
        return Stream.of(
                fault(
                        "everything at once",
                        "date,region,status,age,persons\n2020-1-1,A,local,0,1\n2020-01-01,C,gest,3x,-1\n",
                        "seen.csv line 2, column date: got \"2020-1-1\", expected a date such as 2025-06-30",
                        "seen.csv line 3, column region: got \"C\", expected one of A, B",
                        "seen.csv line 3, column status: got \"gest\", expected one of local, guest; did you mean guest?",
                        "seen.csv line 3, column age: got \"3x\", expected \"0\"",
                        "seen.csv line 3, column persons (date 2020-01-01, region C, status gest, age 3x): got -1, expected 0 or more persons"),
                fault(
                        "ages written as groups",
                        "year,age,persons\n2020,0-4,1\n2020,5-9,1\n",
                        "seen.csv line 2, column age: got \"0-4\", expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
                        "seen.csv line 3, column age: got \"5-9\", expected one of 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
                fault(
                        "last group open or not",
                        "year,age,persons\n2020,0,1\n2020,5,1\n",
                        "seen.csv line 3, column age: got 5 for the last group, expected 5+ where it is open; a closed one can be compared only up to its own last age"));
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                fault(
                        "no time",
                        "region,persons\nA,1\n",
                        "seen.csv: got none of the columns date, year, mid_year, expected one"),
                fault(
                        "two times",
                        "date,year,persons\n2020-01-01,2020,1\n",
                        "seen.csv: got date and year of the columns date, year, mid_year, expected one"),
                fault("no rows", "year,persons\n", "seen.csv: got a header and no rows"),
                fault(
                        "unknown column, no persons",
                        "year,people\n2020,1\n",
                        "seen.csv line 1, column people: got an unknown column, expected one of date, year, mid_year, region, status, sex, age, persons, persons_female, persons_male, source, note"),
                fault(
                        "no persons",
                        "year,region\n2020,A\n",
                        "seen.csv line 1: got no column persons among year, region, expected it"),
                fault(
                        "missing cell",
                        "year,region,persons\n2020,A,1\n2020,B,1\n2021,A,1\n",
                        "seen.csv: got 3 of 4 cells, expected every one; missing: year 2021, region B"),
                fault(
                        "no common year",
                        "year,persons\n2030,1\n",
                        "seen.csv, column year: got 2030, expected at least one date of the run, each year from 2020-01-01 to 2023-01-01"));
    }

    static Stream<Arguments> bands() {
        return Stream.of(
                banded(
                        "ages that cut through groups",
                        "2-7",
                        "year,age,persons\n2020,0,1\n2020,5,1\n2020,9+,1\n",
                        "seen.csv, column age: got the group 0-4, which ages 2-7 cut through",
                        "seen.csv, column age: got the group 5-8, which ages 2-7 cut through"),
                banded(
                        "ages beyond those of the table",
                        "0-3",
                        "year,age,persons\n2020,4,1\n2020,9+,1\n",
                        "seen.csv, column age: got no group within ages 0-3, expected 1 or more"),
                banded(
                        "ages of a table without them",
                        "0-4",
                        "year,persons\n2020,1\n",
                        "seen.csv, column age: got no such column, expected it to compare ages 0-4 alone"));
    }

    @Test
    void of_noSuchPlaces_areNamed() throws IOException {
        assertThatThrownBy(() -> RunEvaluation.of(folder.resolve("none"), run, AgeBand.all(), 0))
                .isInstanceOf(InputDataException.class)
                .hasMessage("none: got no such folder, expected a result folder of kapok run");
        assertThatThrownBy(() -> RunEvaluation.of(folder, run, AgeBand.all(), 0))
                .isInstanceOf(InputDataException.class)
                .hasMessage(folder.getFileName()
                        + ": got a folder without run.json, expected a result folder of kapok run");
        assertThatThrownBy(() -> RunEvaluation.of(run, folder.resolve("none.csv"), AgeBand.all(), 0))
                .isInstanceOf(InputDataException.class)
                .hasMessage("none.csv: no such file");
    }

    @Test
    void of_damagedRun_isRefused() throws IOException {
        String table = Files.readString(run.resolve("population.csv"));
        Files.writeString(run.resolve("population.csv"), table.substring(0, table.indexOf("\n2023,") + 1));
        assertThatThrownBy(() -> evaluate("year,persons\n2020,1\n"))
                .isInstanceOf(InputDataException.class)
                .hasMessage(
                        "run/population.csv, column year: got [2020, 2021, 2022], expected [2020, 2021, 2022, 2023] as"
                                + " in run.json");

        Files.writeString(run.resolve("run.json"), "{\"ages\": {\"width\": 1}, \"regions\": []}");
        assertThatThrownBy(() -> evaluate("year,persons\n2020,1\n"))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("got no \"statuses\", expected it")
                .hasMessageContaining("got no \"open\", expected it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0-94", "65+", "22"})
    void parse_band_readsWhatItWrites(String text) {
        assertThat(AgeBand.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0-", "-5", "0 - 4", "65 +", "1-2-3", "old", "1000+"})
    void parse_otherText_isRefused(String text) {
        assertThatThrownBy(() -> AgeBand.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("AgeBand: got \"" + text + "\", expected ages such as 0-94 or 65+");
    }

    private static Arguments fault(String name, String table, String... messages) {
        return banded(name, "0+", table, messages);
    }

    private static Arguments banded(String name, String ages, String table, String... messages) {
        return arguments(name, table, ages, List.of(messages));
    }

    private SmallScenario small() {
        return SmallScenario.in(folder.resolve("small"))
                .edit("scenario.json", "\"guest\", \"resident\": true", "\"guest\", \"resident\": false");
    }

    private Path run(String name, SmallScenario scenario) throws IOException {
        Path results = folder.resolve(name);
        RunFolder.write(ScenarioRun.of(ScenarioFolder.read(scenario.folder())), results);
        return results;
    }

    private RunEvaluation evaluate(String table) {
        return RunEvaluation.of(run, write("seen.csv", table), AgeBand.all(), 0);
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static YearErrors only(RunEvaluation evaluation) {
        assertThat(evaluation.evaluation().years()).hasSize(1);
        return evaluation.evaluation().years().get(0);
    }
}

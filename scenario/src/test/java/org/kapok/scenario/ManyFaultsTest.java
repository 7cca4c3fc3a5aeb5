package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.scenario.table.InputDataException;

/**
 * Several mistakes in one folder are told at once: each as if it were the only one, and none that only comes of another.
 */
class ManyFaultsTest {
    /** Mistakes that leave every other one to be found. */
    private static final Map<String, UnaryOperator<SmallScenario>> APART = new LinkedHashMap<>();

    /** Mistakes in what all tables are about: what depends on it is not told with them. */
    private static final Map<String, UnaryOperator<SmallScenario>> BASIC = new LinkedHashMap<>();

    static {
        APART.put("format", json("scenario/1", "scenario/9"));
        APART.put("text that is none", json("\"id\": \"small\"", "\"id\": 5"));
        APART.put("title without Chinese", json("\"Small\", \"zh\": \"小\"", "\"Small\""));
        APART.put("misspelt key that is needed", json("\"population\":", "\"populaton\":"));
        APART.put("misspelt key that others need", json("\"services\":", "\"servics\":"));
        APART.put("misspelt key within", json("\"departure_rate\"", "\"departure_rat\""));
        APART.put("unknown key", json("\"convention\":", "\"comment\": 1, \"convention\":"));
        APART.put("key that is not there", json("\"place\": {\"en\": \"Smallville\", \"zh\": \"小镇\"},", ""));
        APART.put(
                "table of assumptions that is none",
                json("\"assumptions\": \"assumptions.csv\"", "\"assumptions\": 7"));
        APART.put("number that is text", json("\"out_rate\": 0.02", "\"out_rate\": true"));
        APART.put("share above 1", json("\"guest\": 0.6", "\"guest\": 1.6"));
        APART.put("draws below 1", json("\"draws\": 8", "\"draws\": 0"));
        APART.put("year after the last", json("\"year\": 2022, \"probability\"", "\"year\": 2032, \"probability\""));
        APART.put("status of a transition", json("\"from\": \"guest\"", "\"from\": \"gest\""));
        APART.put("row of the population", edit("population.csv", "A,local,female,3,10", "A,local,female,3,ten"));
        APART.put("row of wrong length", edit("fertility.csv", "5,0.2\n", "5,0.2,0.3\n"));
        APART.put("region that is not there", edit("arrivals.csv", "B,guest", "C,guest"));
        APART.put("column that is not there", edit("destinations.csv", "region,share", "region,shore"));
        APART.put("table that is not there", json("\"mortality.csv\"", "\"mortalty.csv\""));
        APART.put(
                "column of no use",
                edit(
                        "supply.csv",
                        "delivered\nbeds,,2020,3,1\nbeds,,2021,1,0.5",
                        "delivered,why\nbeds,,2020,3,1,x\nbeds,,2021,1,0.5,x"));
        APART.put("service that is not there", edit("supply.csv", "beds,,2021", "bedz,,2021"));
        APART.put("rate that is not there", edit("services.json", "\"per\": 100, \"value\": 1", "\"per\": 100"));
        APART.put("target of a measure", edit("targets.csv", "status:guest,A", "status:gest,A"));
        APART.put("target off the horizon", edit("targets.csv", "2022-01-01", "2032-01-01"));
        APART.put("column that all but has a name", edit("population.csv", "status,sex", "statsu,sex"));
        APART.put("column of another name", edit("arrivals.csv", "status,persons", "kind,persons"));
        APART.put("month of cut-off", edit("services.json", "\"08-31\"", "8"));

        BASIC.put("base date", json("2020-01-01", "2020-13-01"));
        BASIC.put("last year", json("\"last_year\": 2023", "\"last_year\": \"2023\""));
        BASIC.put("no last year", json("\"last_year\": 2023,", ""));
        BASIC.put("convention", json("un-wpp-2024", "wheldn"));
        BASIC.put("ages", json("\"width\": 1", "\"width\": 3"));
        BASIC.put("no ages", json("\"ages\": {\"width\": 1, \"open\": 10},", ""));
        BASIC.put("status without a name", json("{\"id\": \"guest\", \"resident\"", "{\"resident\""));
        BASIC.put("status twice", json("{\"id\": \"guest\", \"resident\"", "{\"id\": \"local\", \"resident\""));
        BASIC.put("flag of a status", json("\"registered\": false", "\"registered\": 0"));
        BASIC.put("transition without a name", json("{\"id\": \"settlement\", ", "{"));
        BASIC.put("service without a name", edit("services.json", "\"id\": \"school\"", "\"ids\": \"scool\""));
        BASIC.put("region twice", edit("regions.csv", "B,Birch", "A,Birch"));
        BASIC.put("header of regions", edit("regions.csv", "title_en", "title_eng"));
        BASIC.put("no regions", json("\"regions\": \"regions.csv\",", ""));
    }

    @TempDir
    private Path folder;

    @Test
    void read_oneMistake_oneProblemIsTold() {
        all().forEach((name, mistake) ->
                assertThat(told(List.of(name))).as(name).hasSize(1));
    }

    @Test
    void read_mistakesApart_allAreToldAtOnce() {
        Set<String> each = new TreeSet<>();
        APART.keySet().forEach(name -> each.addAll(told(List.of(name))));

        assertThat(told(List.copyOf(APART.keySet()))).containsExactlyInAnyOrderElementsOf(each);
    }

    @Test
    void read_mistakeInWhatAllTablesAreAbout_whatDoesNotDependOnItIsTold() {
        Map<String, String> own = new LinkedHashMap<>();
        all().keySet().forEach(name -> own.put(name, told(List.of(name)).get(0)));
        Set<String> everywhere = Set.of(
                "format",
                "misspelt key that others need",
                "unknown key",
                "number that is text",
                "draws below 1",
                "row of wrong length",
                "column that is not there",
                "table that is not there",
                "month of cut-off",
                "table of assumptions that is none");
        BASIC.keySet().forEach(basic -> {
            List<String> names = new ArrayList<>(APART.keySet());
            names.add(basic);
            List<String> together = told(names);

            assertThat(together).as(basic).contains(own.get(basic)).isSubsetOf(own.values());
            everywhere.forEach(name -> assertThat(together).as(basic).contains(own.get(name)));
        });
    }

    @Test
    void read_twoMistakes_nothingIsToldThatOnlyComesOfBoth() {
        Map<String, String> own = new LinkedHashMap<>();
        all().keySet().forEach(name -> own.put(name, told(List.of(name)).get(0)));
        for (String one : BASIC.keySet()) {
            for (String other : all().keySet()) {
                if (clash(one, other)) {
                    continue;
                }
                assertThat(told(List.of(one, other)))
                        .as(one + " and " + other)
                        .isNotEmpty()
                        .isSubsetOf(own.get(one), own.get(other));
            }
        }
    }

    @Test
    void read_manyMistakes_areInTheOrderOfFilesAndLinesAndEachOnce() {
        List<InputDataException> refused = new ArrayList<>();
        try {
            ScenarioFolder.read(damaged(List.copyOf(APART.keySet())).folder());
        } catch (InputDataException e) {
            refused.add(e);
        }

        List<String> places = refused.get(0).problems().stream()
                .map(problem -> "%s %05d %05d".formatted(problem.file(), problem.line(), problem.column()))
                .toList();
        assertThat(places).isSorted();
        assertThat(refused.get(0).problems()).doesNotHaveDuplicates();
    }

    private static Map<String, UnaryOperator<SmallScenario>> all() {
        Map<String, UnaryOperator<SmallScenario>> all = new LinkedHashMap<>(APART);
        all.putAll(BASIC);
        return all;
    }

    /** Mistakes of the same text cannot both be made. */
    private boolean clash(String one, String other) {
        try {
            damaged(List.of(one, other));
            return one.equals(other);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private SmallScenario damaged(List<String> names) {
        SmallScenario small = SmallScenario.in(folder)
                .drawn("\"draws\": 8, \"seed\": 1, \"processes\": {\"fertility\": {\"interval\": [0.8, 1.2],"
                        + " \"year\": 2022, \"probability\": 0.8}, \"transition:settlement\": {\"sd\": 0.1}}");
        for (String name : names) {
            small = all().get(name).apply(small);
        }
        return small;
    }

    /** What is told, without lines and characters, which move with other mistakes, and without what was expected. */
    private List<String> told(List<String> names) {
        SmallScenario small = damaged(names);
        try {
            ScenarioFolder.read(small.folder());
            return List.of();
        } catch (InputDataException refused) {
            return new ArrayList<>(new LinkedHashSet<>(refused.problems().stream()
                    .map(problem -> problem.file() + ": " + problem.place() + " " + problem.detail() + " "
                            + problem.message().split(", expected")[0])
                    .toList()));
        }
    }

    private static UnaryOperator<SmallScenario> json(String from, String to) {
        return edit("scenario.json", from, to);
    }

    private static UnaryOperator<SmallScenario> edit(String file, String from, String to) {
        return small -> small.edit(file, from, to);
    }
}

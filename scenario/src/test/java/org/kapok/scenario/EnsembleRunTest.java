package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Selection;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.DrawnDemand;
import org.kapok.projection.Projection;
import org.kapok.projection.ensemble.AutoregressionEstimate;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.target.Target;
import org.kapok.scenario.table.InputDataException;
import org.kapok.scenario.table.OutputFolder;

/** Ensembles from scenario folders. */
class EnsembleRunTest {
    private static final String STILL = "\"processes\": {}";

    @TempDir
    private Path folder;

    private Scenario scenario(String ensemble) {
        return ScenarioFolder.read(SmallScenario.in(folder.resolve("s" + ensemble.hashCode()))
                .drawn(ensemble)
                .folder());
    }

    private static EnsembleRun run(Scenario scenario, int threads) {
        return EnsembleRun.of(scenario, threads);
    }

    @Test
    void of_nothingThatWanders_isTheProjectionInEveryDraw() {
        Scenario scenario = scenario("\"draws\": 130, \"seed\": 1, " + STILL);
        Projection projection = ScenarioRun.of(scenario).projection();

        EnsembleRun run = run(scenario, 1);

        for (double probability : new double[] {0, 1}) {
            assertThat(run.spread(0, 2).at(probability))
                    .isCloseTo(projection.in(2023).total(Selection.residents()), within(1e-9));
        }
        DrawnDemand services = run.services().orElseThrow();
        double beds = ScenarioRun.of(scenario).demand().orElseThrow().total("beds", DemandPath.NORM, 2023);
        assertThat(services.of().get(0)).isEqualTo(new Demand.Of("beds", DemandPath.NORM));
        assertThat(run.serviceSpread(0, 0, 2).at(1)).isCloseTo(beds, within(1e-9));
        assertThat(run.chances()).hasSize(3);
        for (EnsembleRun.Chance chance : run.chances()) {
            Target target = chance.target();
            assertThat(chance.spread().at(0.3)).isCloseTo(target.reachedBy(projection), within(1e-9));
        }
    }

    @Test
    void write_anyNumberOfThreads_givesTheSameBytes() throws IOException {
        Scenario scenario = scenario("""
                "draws": 300, "seed": 7, "processes": {"fertility": {"sd": 0.1}, "arrivals": {"phi": 0.5, "sd": 0.2},
                "mortality": {"interval": [0.8, 1.3], "probability": 0.8, "year": 2023}},
                "correlation": [{"between": ["fertility", "arrivals"], "value": 0.4}]""");

        EnsembleFolder.write(run(scenario, 1), folder.resolve("one"));
        EnsembleFolder.write(run(scenario, 3), folder.resolve("three"));

        for (String table : new String[] {"quantiles.csv", "chances.csv", "service_quantiles.csv"}) {
            assertThat(folder.resolve("three").resolve(table)).hasSameBinaryContentAs(folder.resolve("one/" + table));
        }
        assertThat(Files.readString(folder.resolve("one/run.json"))).contains("\"seed\" : 7", "\"draws\" : 300");
    }

    @Test
    void write_decomposed_attributesAVarianceOfOneComponentToIt() throws IOException {
        Scenario scenario = scenario("""
                "draws": 200, "seed": 7, "processes": {"fertility": {"sd": 0.1}, "arrivals": {"sd": 0.2}}""");

        EnsembleFolder.write(
                EnsembleRun.of(scenario, EnsembleOptions.onThreads(2).decomposing()), folder.resolve("parts"));

        // births of the first step do not depend on those who arrive at its end
        List<String> births = Files.readAllLines(folder.resolve("parts/variance.csv")).stream()
                .filter(row -> row.startsWith("2021,births,,0+,"))
                .toList();
        assertThat(births).hasSize(3);
        assertThat(births.get(0)).isEqualTo("2021,births,,0+,fertility,1");
        for (String other : births.subList(1, 3)) {
            assertThat(Double.parseDouble(other.substring(other.lastIndexOf(',') + 1)))
                    .isCloseTo(0, within(1e-12));
        }
    }

    @ParameterizedTest(name = "broken off after {0} draws")
    @ValueSource(ints = {256, 512, 768})
    void of_brokenOff_goesOnToTheSameBits(int after) throws IOException {
        Scenario scenario = scenario("""
                "draws": 600, "seed": 7, "processes": {"fertility": {"sd": 0.1}, "arrivals": {"sd": 0.2}}""");
        Path unfinished = folder.resolve("unfinished");
        EnsembleFolder.write(
                EnsembleRun.of(scenario, EnsembleOptions.onThreads(2).decomposing()), folder.resolve("unbroken"));
        EnsembleOptions options = EnsembleOptions.onThreads(2).decomposing().keepingIn(unfinished);
        EnsembleProgress breaking = (done, all) -> {
            assertThat(all).isEqualTo(1800);
            if (done > after) {
                throw new IllegalStateException("broken off");
            }
        };
        assertThatThrownBy(() -> EnsembleRun.of(scenario, options.telling(breaking)))
                .hasMessage("broken off");
        assertThat(unfinished).exists();
        List<Long> seen = new ArrayList<>();

        EnsembleProgress listening = new EnsembleProgress() {
            @Override
            public void goesOn(long done, long all) {
                assertThat(all).isEqualTo(1800);
                assertThat(seen).isEmpty();
                seen.add(done);
            }

            @Override
            public void drawn(long done, long all) {
                seen.add(done);
            }
        };
        EnsembleRun second = EnsembleRun.of(scenario, options.telling(listening));
        EnsembleFolder.write(second, folder.resolve("broken"));

        assertThat(seen.get(0)).isBetween(128L, 1799L); // the other thread may finish blocks after the break
        assertThat(seen.get(1)).isGreaterThan(seen.get(0));
        assertThat(unfinished).doesNotExist();
        for (String table :
                new String[] {"run.json", "quantiles.csv", "chances.csv", "service_quantiles.csv", "variance.csv"}) {
            assertThat(folder.resolve("broken").resolve(table))
                    .hasSameBinaryContentAs(folder.resolve("unbroken").resolve(table));
        }
    }

    @Test
    void draw_whole_isTheOneThatWasDrawn() throws IOException {
        EnsembleRun run = run(scenario("""
                "draws": 1, "seed": 5, "processes": {"fertility": {"sd": 0.1}, "mortality": {"sd": 0.1},
                "arrivals": {"sd": 0.2, "local": {"sd": 0.1}}}"""), 1);

        EnsembleFolder.write(run, List.of(1), OutputFolder.Content.NONE, folder.resolve("kept"));

        ScenarioRun whole = run.draw(1);
        for (int step = 0; step < 3; step++) {
            double residents = whole.projection().at(step + 1).total(Selection.residents());
            assertThat(run.spread(0, step).at(0.5)).isCloseTo(residents, within(1e-9 * residents));
            double beds = whole.demand().orElseThrow().total("beds", DemandPath.NORM, 2021 + step);
            assertThat(run.serviceSpread(0, 0, step).at(0.5)).isCloseTo(beds, within(1e-9 * beds));
        }
        assertThat(folder.resolve("kept/draw-1/population.csv")).exists();
        assertThatThrownBy(() -> run.draw(2)).hasMessage("EnsembleRun.draw: got 2, expected one of 1 from 1 on");
    }

    @Test
    void of_parametersOfOneUse_multiplyEachOther_occupancyInversely() {
        String beds = "{\"service\": \"beds\", \"path\": \"need\", \"sd\": 0, ";
        String drift = "\"draws\": 10, \"seed\": 3, " + STILL + ", \"services\": ["
                + beds + "\"parameter\": \"stay\", \"drift\": 0.1}, "
                + beds + "\"parameter\": \"take-up\", \"drift\": 0.2}, "
                + beds + "\"parameter\": \"occupancy\", \"drift\": -0.05}]";
        Scenario still = withNeedOfBeds("\"draws\": 10, \"seed\": 3, " + STILL);
        Scenario varying = withNeedOfBeds(drift);

        int need = run(varying, 1).services().orElseThrow().of().indexOf(new Demand.Of("beds", DemandPath.NEED));
        for (int step = 0; step < 3; step++) {
            double expected = run(still, 1).serviceSpread(need, 0, step).at(0.5) * StrictMath.exp(0.35 * (step + 1));
            assertThat(run(varying, 1).serviceSpread(need, 0, step).at(0.5))
                    .isCloseTo(expected, within(1e-9 * expected));
        }
        assertThatThrownBy(() -> scenario("\"draws\": 10, \"seed\": 3, " + STILL
                        + ", \"services\": [{\"service\": \"beds\", \"path\": \"norm\", \"sd\": 0.1,"
                        + " \"parameter\": \"stay\"}]"))
                .hasMessageContaining("got stay in the norm of beds, expected a service on a path whose model has the");
    }

    private Scenario withNeedOfBeds(String ensemble) {
        return ScenarioFolder.read(SmallScenario.in(folder.resolve("n" + ensemble.hashCode()))
                .drawn(ensemble)
                .edit(
                        "services.json",
                        "\"per\": 100, \"value\": 1}",
                        "\"per\": 100, \"value\": 1}, \"need\": {\"model\": \"use\", \"rate\": 0.1, \"time\": 7,"
                                + " \"available\": 365, \"occupancy\": 0.9}")
                .folder());
    }

    @Test
    void of_usesThatVary_spreadTheirServicesAlone() {
        String people = "\"draws\": 400, \"seed\": 3, " + STILL;
        EnsembleRun still = run(scenario(people), 2);
        EnsembleRun varying =
                run(scenario(people + ", \"services\": [{\"service\": \"beds\", \"path\": \"norm\", \"sd\": 0.1}]"), 2);

        assertThat(still.serviceSpread(0, 0, 2).deviation()).isCloseTo(0, within(1e-9));
        double median = still.serviceSpread(0, 0, 2).at(0.5);
        // after three steps of a walk of 0.1 the logarithm has the deviation 0.1 sqrt(3)
        assertThat(varying.serviceSpread(0, 0, 2).deviation() / median).isCloseTo(0.173, within(0.03));
        assertThat(varying.serviceSpread(0, 0, 2).at(0.5)).isCloseTo(median, within(0.04 * median));
        assertThat(varying.spread(0, 2).deviation()).isCloseTo(0, within(1e-6));
    }

    @Test
    void of_trajectories_areTheFuturesGiven() throws IOException {
        SmallScenario files = SmallScenario.in(folder.resolve("given"));
        StringBuilder table = new StringBuilder("draw,component,year,factor\n");
        for (int draw = 1; draw <= 3; draw++) {
            for (int year = 2021; year <= 2023; year++) {
                table.append(draw + ",arrivals," + year + "," + draw + "\n");
            }
        }
        Files.writeString(files.folder().resolve("draws.csv"), table);
        String targets = "\"targets\": \"targets.csv\",";
        files.edit(
                "scenario.json",
                targets,
                targets + " \"ensemble\": {\"draws\": 3, \"seed\": 1, \"trajectories\": \"draws.csv\"},");
        Scenario scenario = ScenarioFolder.read(files.folder());

        EnsembleRun run = EnsembleRun.of(scenario, 1);

        Projection single = ScenarioRun.of(scenario).projection();
        assertThat(run.spread(0, 2).at(0)).isCloseTo(single.in(2023).total(Selection.residents()), within(1e-9));
        assertThat(run.spread(0, 2).at(0.5)).isGreaterThan(run.spread(0, 2).at(0));
        assertThatThrownBy(() ->
                        EnsembleRun.of(scenario, EnsembleOptions.onThreads(1).withDraws(4)))
                .hasMessage("EnsemblePlan.draws: got 4, expected 3 at most, as there are trajectories");

        Files.writeString(
                files.folder().resolve("draws.csv"),
                table.toString().replace("1,arrivals,2022,1\n", "").replace("\n2,", "\n9,"));
        assertThatThrownBy(() -> ScenarioFolder.read(files.folder()))
                .hasMessageContaining(
                        "draws.csv line 2, column year: got no factor of arrivals in draw 1, 2022, expected every year")
                .hasMessageContaining("got no draw 2, expected all from 1 to 9");
    }

    @Test
    void read_history_isEstimated() throws IOException {
        SmallScenario files = SmallScenario.in(folder.resolve("past"));
        Files.writeString(
                files.folder().resolve("tfr_past.csv"),
                "year,value\n2014,1.1\n2015,1.0\n2016,1.3\n2017,1.4\n2018,1.2\n2019,1.15\n2020,1.0\n");
        String targets = "\"targets\": \"targets.csv\",";
        files.edit(
                "scenario.json",
                targets,
                targets + " \"ensemble\": {\"draws\": 200, \"seed\": 1, \"processes\":"
                        + " {\"fertility\": {\"history\": \"tfr_past.csv\", \"local\": {\"phi\": 0.5, \"sd\": 0.05}}}},");

        Scenario scenario = ScenarioFolder.read(files.folder());

        Wandering fertility = scenario.ensemble().orElseThrow().components().get(0);
        AutoregressionEstimate expected = AutoregressionEstimate.of(new double[] {1.1, 1.0, 1.3, 1.4, 1.2, 1.15, 1.0});
        assertThat(fertility.estimate()).contains(expected);
        assertThat(fertility.process()).isEqualTo(expected.likeliest());
        assertThat(fertility.local()).contains(FactorProcess.aroundPath(0.5, 0.05));
        EnsembleFolder.write(run(scenario, 1), folder.resolve("estimated"));
        assertThat(Files.readString(folder.resolve("estimated/run.json"))).contains("\"degrees\" : 4", "\"local\" : {");

        Files.writeString(files.folder().resolve("tfr_past.csv"), "year,value\n2014,1.1\n2016,1.0\n");
        assertThatThrownBy(() -> ScenarioFolder.read(files.folder()))
                .hasMessageContaining("got the years [2014, 2016], expected 6 or more, one after another");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_001})
    void withDraws_outOfRange_isRefused(int draws) {
        assertThatThrownBy(() -> EnsembleOptions.onThreads(1).withDraws(draws))
                .hasMessage("Ensemble.draws: got " + draws + ", expected 1 or more, 10000000 at most");
        assertThatThrownBy(() -> EnsembleOptions.onThreads(0))
                .hasMessage("Ensemble.threads: got 0, expected 1 or more");
    }

    @Test
    void of_scenarioWithoutProcesses_isRefused() {
        Scenario plain =
                ScenarioFolder.read(SmallScenario.in(folder.resolve("plain")).folder());

        assertThatThrownBy(() -> run(plain, 1))
                .hasMessage("small: got a scenario without processes to draw from, expected \"ensemble\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~draws~: 0, ~seed~: 1, ~processes~: {} | got 0, expected a whole number from 1",
                "~draws~: 9, ~seed~: 1, ~processes~: {~fertility~: {~sd~: -1}} | got -1, expected 0 or more",
                "~draws~: 9, ~seed~: 1 | got neither ~processes~ and ~trajectories~, expected one of the two",
                "~draws~: 9, ~seed~: 1, ~processes~: {}, ~services~: [{~service~: ~inns~, ~sd~: 1}]"
                        + " | got ~inns~, expected one of",
                "~draws~: 9, ~seed~: 1, ~processes~: {~weather~: {~sd~: 1}} | got component \"weather\", expected one of",
                "~draws~: 9, ~seed~: 1, ~processes~: {~fertility~: {~interval~: [2, 1], ~probability~: 0.8, ~year~: 2023}}"
                        + " | /interval: got an interval from 2.0 to 1.0, expected 0 < low < high",
                "~draws~: 9, ~seed~: 1, ~processes~: {~fertility~: {~interval~: [1, 2], ~probability~: 0.8, ~year~: 2050}}"
                        + " | got 2050, expected a whole number from 2021 to 2023",
                "~draws~: 9, ~seed~: 1, ~processes~: {}, ~correlation~: [{~between~: [~fertility~, ~mortality~], ~value~: 0.9},"
                        + " {~between~: [~mortality~, ~arrivals~], ~value~: 0.9},"
                        + " {~between~: [~fertility~, ~arrivals~], ~value~: -0.9}]"
                        + " | /ensemble/correlation: got numbers that cannot all hold between fertility, mortality,"
                        + " arrivals, expected a positive definite matrix",
                "~draws~: 9, ~seed~: 1, ~processes~: {}, ~correlation~: [{~between~: [~fertility~, ~mortality~], ~value~: 0.9},"
                        + " {~between~: [~mortality~, ~fertility~], ~value~: 0.1}]"
                        + " | /ensemble/correlation/1: got mortality and fertility twice, expected each pair once",
                "~draws~: 9, ~seed~: 1, ~processes~: {~fertility~: {~sd~: 1}}, ~local_correlation~: []"
                        + " | got a correlation of regions, expected a component with ~local~",
                "~draws~: 9, ~seed~: 1, ~processes~: {~fertility~: {~sd~: 1, ~local~: {~sd~: 1}}},"
                        + " ~local_correlation~: [{~between~: [~A~, ~X~], ~value~: 0.5}] | got ~X~, expected one of A,",
                "~draws~: 9, ~seed~: 1, ~processes~: {~fertility~: {~sd~: 1, ~local~: {~sd~: 1}}},"
                        + " ~local_correlation~: [{~between~: [~A~, ~B~], ~value~: -1}]"
                        + " | /ensemble/local_correlation: got numbers that cannot all hold between A, B,",
                "~draws~: 9, ~seed~: 1, ~processes~: {~arrivals~: {~interval~: [1, 2], ~of~: ~tfr~, ~probability~: 0.8,"
                        + " ~year~: 2023}} | got an interval of tfr for arrivals",
                "~draws~: 9, ~seed~: 1, ~processes~: {~mortality~: {~sd~: 0.1, ~sexes~: {~sd~: 0.1}}}"
                        + " | got phi 1, expected below 1",
                "~draws~: 9, ~seed~: 1, ~processes~: {~mortality~: {~interval~: [9000, 9900], ~of~: ~life-expectancy~,"
                        + " ~probability~: 0.8, ~year~: 2023}} | got a life expectancy of ",
                "~draws~: 9, ~seed~: 1, ~processes~: {}, ~events~: [{~id~: ~full~, ~all~: [{~measure~: ~resident~,"
                        + " ~date~: ~2023-01-01~}]}] | got neither ~at_least~ and ~at_most~",
                "~draws~: 9, ~seed~: 1, ~processes~: {}, ~events~: [{~id~: ~full~, ~all~: [{~service~: ~beds~,"
                        + " ~year~: 2050}]}] | got 2050, expected a whole number from 2021 to 2023",
                "~draws~: 9, ~seed~: 1, ~sampling~: ~dice~, ~processes~: {} | got ~dice~, expected one of",
            })
    void read_wrongProcesses_areToldWithTheirPlace(String ensemble, String message) {
        assertThatThrownBy(() -> scenario(ensemble.replace('~', '"')))
                .isInstanceOf(InputDataException.class)
                .hasMessageContaining("scenario.json")
                .hasMessageContaining(message.replace('~', '"'));
    }
}

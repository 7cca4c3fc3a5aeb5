package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kapok.projection.ensemble.ArmaEstimate;
import org.kapok.projection.ensemble.FactorProcess;
import org.kapok.projection.ensemble.Sampling;

/** What scenario folders say of their ensembles. */
class EnsembleReaderTest {
    @TempDir
    private Path folder;

    private SmallScenario files(String ensemble) {
        return SmallScenario.in(folder.resolve("small")).drawn(ensemble);
    }

    private Scenario scenario(String ensemble) {
        return ScenarioFolder.read(files(ensemble).folder());
    }

    @Test
    void read_historyOfArma_isEstimatedOrToldToBeTooShort() throws IOException {
        SmallScenario files = SmallScenario.in(folder.resolve("past"));
        double[] past = {1.1, 1.0, 1.3, 1.4, 1.2, 1.15, 1.0, 1.1, 1.25, 1.2, 1.05, 1.1};
        StringBuilder table = new StringBuilder("year,value\n");
        for (int i = 0; i < past.length; i++) {
            table.append(2009 + i).append(',').append(past[i]).append('\n');
        }
        files.write("tfr_past.csv", table.toString());
        String targets = "\"targets\": \"targets.csv\",";
        files.edit(
                "scenario.json",
                targets,
                targets + " \"ensemble\": {\"draws\": 200, \"seed\": 1, \"processes\":"
                        + " {\"fertility\": {\"history\": \"tfr_past.csv\", \"model\": \"arma\"}}},");

        Scenario scenario = ScenarioFolder.read(files.folder());

        assertThat(scenario.ensemble().orElseThrow().components().get(0).process())
                .isEqualTo(ArmaEstimate.of(past).likeliest());
        EnsembleFolder.write(EnsembleRun.of(scenario, 1), folder.resolve("estimated"));
        assertThat(Files.readString(folder.resolve("estimated/run.json"))).contains("\"theta_error\" : 0.");

        files.edit("tfr_past.csv", "2020,1.1\n", "");
        assertThatThrownBy(() -> ScenarioFolder.read(files.folder()))
                .hasMessageContaining("/ensemble/processes/fertility/history: got the years [2009,")
                .hasMessageContaining("expected 12 or more, one after another, each with a value of its own;"
                        + " \"model\": \"ar\" needs 6");
    }

    @Test
    void read_variant_replacesKeysAndProcessesOfItsEnsemble() {
        scenario("""
                "draws": 300, "seed": 1, "sampling": "antithetic",
                "processes": {"fertility": {"phi": 0.5, "sd": 0.1}, "arrivals": {"sd": 0.2}},
                "correlation": [{"between": ["fertility", "arrivals"], "value": 0.5}]""");
        EnsemblePlan seed = variant("near", "\"seed\": 2, \"processes\": {\"fertility\": {\"sd\": 0.3}}");

        assertThat(seed.seed()).isEqualTo(2);
        assertThat(seed.draws()).isEqualTo(300);
        assertThat(seed.sampling()).isEqualTo(Sampling.ANTITHETIC);
        assertThat(seed.wandering()).containsExactly("fertility", "arrivals");
        // a process stands as a whole, so phi is the usual one
        assertThat(seed.components().get(0).process()).isEqualTo(FactorProcess.randomWalk(0.3, 0));
        assertThat(seed.correlation().at(0, seed.correlation().labels().indexOf("arrivals")))
                .isEqualTo(0.5);

        EnsemblePlan still = variant("still", "\"correlation\": [], \"processes\": {\"arrivals\": {\"sd\": 0}}");
        assertThat(still.correlation().at(0, 2)).isZero();
        assertThat(still.wandering()).containsExactly("fertility");
    }

    @Test
    void read_variantWithTrajectories_standsInPlaceOfProcesses() throws IOException {
        scenario("\"draws\": 1, \"seed\": 1, " + "\"processes\": {}");
        Files.writeString(
                Files.createDirectories(folder.resolve("given")).resolve("draws.csv"),
                "draw,component,year,factor\n1,fertility,2021,1\n1,fertility,2022,1\n1,fertility,2023,2\n");

        EnsemblePlan given = variant("given", "\"trajectories\": \"draws.csv\"");

        assertThat(given.trajectories()).isPresent();
        assertThatThrownBy(() -> variant("both", "\"trajectories\": \"draws.csv\", " + "\"processes\": {}"))
                .hasMessageContaining("got both \"processes\" and \"trajectories\"");
    }

    /** The ensemble of a scenario that extends that of {@link #scenario}. */
    private EnsemblePlan variant(String name, String ensemble) {
        SmallScenario files = new SmallScenario(folder.resolve(name))
                .write(
                        "scenario.json",
                        "{\"id\": \"variant\", \"extends\": \"../small\", \"ensemble\": {" + ensemble + "}}");
        return ScenarioFolder.read(files.folder()).ensemble().orElseThrow();
    }

    @Test
    void of_regionsCorrelated_variesAsThePlaceDoes() {
        String local =
                "\"draws\": 2000, \"seed\": 1, \"processes\": {\"fertility\": {\"sd\": 0, \"local\": {\"sd\": 0.2}}}";
        String pairs = ", \"local_correlation\": [{\"between\": [\"A\", \"B\"], \"value\": ";
        double apart = births(scenario(local));
        double together = births(scenario(local + pairs + "0.9}]"));
        double against = births(scenario(local + pairs + "-0.9}]"));

        // both regions have the same births: variances 2 (1 + r) of one of them
        assertThat(together / apart).isCloseTo(Math.sqrt(1.9), within(0.06));
        assertThat(against / apart).isCloseTo(Math.sqrt(0.1), within(0.06));

        String table = local + ", \"local_correlation\": \"pairs.csv\"";
        SmallScenario files = files(table).write("pairs.csv", "region,other,value\nB,A,0.9\n");
        assertThat(births(ScenarioFolder.read(files.folder()))).isEqualTo(together);
        files.write("pairs.csv", "region,other,value\nB,A,0.9\nA,B,0.8\nA,A,2\n");
        assertThatThrownBy(() -> ScenarioFolder.read(files.folder()))
                .hasMessageContaining("pairs.csv line 3, column other: got A and B twice, expected each pair once")
                .hasMessageContaining("pairs.csv line 4, column value: got 2, expected -1 to 1");
    }

    /** The deviation of the births of the whole place in the first year. */
    private static double births(Scenario scenario) {
        EnsembleRun run = EnsembleRun.of(scenario, 1);
        int births = 0;
        while (!run.measured().get(births).measure().equals("births")) {
            births++;
        }
        return run.spread(births, 0).deviation();
    }
}

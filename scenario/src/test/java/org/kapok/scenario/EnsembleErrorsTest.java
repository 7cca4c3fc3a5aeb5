package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kapok.projection.ensemble.Quantiles;
import org.kapok.projection.ensemble.Sampling;

/** Whether the errors that are told are those that are made: the same ensemble from many seeds. */
class EnsembleErrorsTest {
    private static final int SEEDS = 60;
    private static final double[] PROBABILITIES = {0.1, 0.25, 0.5, 0.75, 0.9};

    @TempDir
    private Path folder;

    /** With a target that is reached in about half of the draws. */
    private Scenario scenario(String sampling) {
        SmallScenario files = SmallScenario.in(folder.resolve(sampling))
                .edit(
                        "scenario.json",
                        "\"targets\": \"targets.csv\",",
                        "\"targets\": \"targets.csv\", \"ensemble\": {\"draws\": 256, \"seed\": 1, \"sampling\": \""
                                + sampling
                                + "\", \"processes\": {\"fertility\": {\"sd\": 0.3}, \"arrivals\": {\"sd\": 0.4}}},");
        EnsembleRun any = EnsembleRun.of(ScenarioFolder.read(files.folder()), 1);
        double middle = any.chances().get(0).spread().at(0.5);
        files.edit("targets.csv", "2022-01-01,,,100", "2022-01-01,,," + middle);
        return ScenarioFolder.read(files.folder());
    }

    /** Half of a 95% interval, by what quantiles come to from seed to seed, over the error that is told. */
    private static double ratio(List<EnsembleRun> runs, int measure, double probability) {
        double told = 0;
        double[] values = new double[runs.size()];
        for (int i = 0; i < values.length; i++) {
            Quantiles spread = runs.get(i).spread(measure, 2);
            values[i] = spread.at(probability);
            told += spread.error(probability) / values.length;
        }
        return 1.96 * Quantiles.of(values).deviation() / told;
    }

    @ParameterizedTest
    @CsvSource({"plain, 0.7, 1.3", "antithetic, 0, 1", "quasi-random, 0, 1"})
    void error_ofManySeeds_isMadeOrNotReached(String sampling, double least, double most) {
        Scenario scenario = scenario(sampling);
        List<EnsembleRun> runs = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            runs.add(EnsembleRun.of(scenario, EnsembleOptions.onThreads(1).withSeed(seed)));
        }

        for (int measure : new int[] {0, births(runs.get(0))}) {
            for (double probability : PROBABILITIES) {
                // the deviation of 60 seeds is itself uncertain by a tenth
                assertThat(ratio(runs, measure, probability))
                        .as("%s of measure %d at %s", sampling, measure, probability)
                        .isBetween(least, most);
            }
        }
        double[] chances =
                runs.stream().mapToDouble(run -> run.chances().get(0).atLeast()).toArray();
        double told = runs.get(0).errorOf(Quantiles.of(chances).mean());
        assertThat(Quantiles.of(chances).deviation() / told).isBetween(least, most);
    }

    private static int births(EnsembleRun run) {
        int births = 0;
        while (!run.measured().get(births).measure().equals("births")) {
            births++;
        }
        return births;
    }

    @Test
    void write_errors_sayWhetherTheyAreBounds() throws Exception {
        for (String sampling : List.of("plain", "antithetic")) {
            EnsembleRun run = EnsembleRun.of(scenario(sampling), 1);
            EnsembleFolder.write(run, folder.resolve("out-" + sampling));

            boolean plain = run.sampling() == Sampling.PLAIN;
            assertThat(run.independentDraws()).isEqualTo(plain ? 256 : 128);
            assertThat(run.largestError()).isCloseTo(0.98 / Math.sqrt(plain ? 256 : 128), within(1e-12));
            assertThat(Files.readString(folder.resolve("out-" + sampling + "/run.json")))
                    .contains(plain ? "\"errors\" : \"of independent draws\"" : "\"errors\" : \"upper bounds\"");
        }
    }
}

package org.kapok.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.ensemble.Count;
import org.kapok.projection.target.Measure;

/** What scenario folders state of processes, and of what may come about, is what is drawn. */
class DrawnProcessesTest {
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
    void of_intervalsOfTheThingsThemselves_holdTheirProbability() {
        Scenario scenario = scenario("""
                "draws": 4000, "seed": 7, "processes": {
                "fertility": {"interval": [0.2, 0.4], "of": "tfr", "probability": 0.8, "year": 2023},
                "mortality": {"interval": [13, 15], "of": "life-expectancy", "probability": 0.8, "year": 2023,
                "scale": "logit"}}""");
        int lower = 0;
        int inside = 0;
        int longer = 0;
        EnsembleRun run = run(scenario, 1);

        for (int draw = 1; draw <= 200; draw++) {
            Projection one = run.draw(draw).projection();
            double tfr = one.inputs()
                    .asfr()
                    .select("year", "2022")
                    .select("region", "A")
                    .total();
            inside += tfr >= 0.2 && tfr <= 0.4 ? 1 : 0;
            lower += tfr < 0.2 ? 1 : 0;
            double years = Measure.find(Measure.of(scenario.inputs()), "life_expectancy")
                    .orElseThrow()
                    .in(one, "", LocalDate.of(2022, 6, 1), 0, Selection.OPEN);
            longer += years > 15 ? 1 : 0;
        }

        // standard errors of 200: 0.028 and 0.021
        assertThat(inside / 200.0).isCloseTo(0.8, within(0.09));
        assertThat(lower / 200.0).isCloseTo(0.1, within(0.065));
        assertThat(longer / 200.0).isCloseTo(0.1, within(0.065));
    }

    @Test
    void of_events_haveTheChanceOfAllThatHoldsTogether() {
        String walk = "\"draws\": 500, \"seed\": 3, \"processes\": {\"arrivals\": {\"sd\": 0.5}}";
        EnsembleRun plain = run(scenario(walk), 1);
        double half = plain.spread(0, 2).at(0.5);
        String many = "{\"measure\": \"resident\", \"date\": \"2023-01-01\", \"at_least\": " + half + "}";
        String few = many.replace("at_least", "at_most");
        double beds = plain.serviceSpread(0, 0, 2).at(0.8);
        String full = "{\"service\": \"beds\", \"path\": \"norm\", \"year\": 2023, \"at_least\": " + beds + "}";

        EnsembleRun run = run(
                scenario(
                        walk + ", \"events\": [{\"id\": \"many\", \"all\": [" + many + "]}, {\"id\": \"no\", \"all\": ["
                                + full + ", " + few + "]}, {\"id\": \"both\", \"all\": [" + many + "," + full + "]}]"),
                2);

        List<Double> chances =
                run.events().stream().map(EnsembleRun.EventChance::chance).toList();
        assertThat(chances.get(0)).isCloseTo(0.5, within(0.002));
        assertThat(chances.get(1)).isZero(); // beds follow residents
        assertThat(chances.get(2)).isCloseTo(0.2, within(0.002));
    }

    @ParameterizedTest
    @ValueSource(strings = {"antithetic", "quasi-random"})
    void draw_ofAnyProcess_isTheOneThatWasDrawn(String sampling) {
        EnsembleRun run = run(scenario("""
                "draws": 1, "seed": 5, "sampling": "SAMPLING", "processes": {
                "fertility": {"sd": 0.1, "theta": 0.5, "timing": {"phi": 0.9, "sd": 0.2}},
                "mortality": {"sd": 0.1, "scale": "logit", "sexes": {"phi": 0.8, "sd": 0.1}},
                "arrivals": {"sd": 0.2, "local": {"sd": 0.1}}}""".replace("SAMPLING", sampling)), 1);

        Projection whole = run.draw(1).projection();
        for (int position = 0; position < run.measured().size(); position++) {
            EnsembleRun.Measured each = run.measured().get(position);
            if (each.count().kind() == Count.Kind.PEOPLE) {
                double people = whole.at(3).total(each.count().people(), each.area());
                assertThat(run.spread(position, 2).at(0.5)).isCloseTo(people, within(1e-9 * Math.max(1, people)));
            }
        }
    }
}

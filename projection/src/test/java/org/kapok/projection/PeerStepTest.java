package org.kapok.projection;

import static org.kapok.peers.PeerNumbers.assertClose;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;
import org.kapok.peers.PeerNumbers;
import org.kapok.projection.Projection.Flow;

/** Steps of bayesPop 12.0-1 (three in a row) and ccmppWPP (one), migrants at the end and even; numbers beside the project. */
class PeerStepTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void project_fiveYearGroups_agreesWithBayesPop() {
        PeerNumbers.cases("bayespop_ccm_5x5.json").forEach(PeerStepTest::assertBayesPop);
    }

    @Test
    void project_singleYearsTo130_agreesWithBayesPop() {
        PeerNumbers.cases("bayespop_ccm_1x1.json").forEach(PeerStepTest::assertBayesPop);
    }

    @Test
    void project_oneStep_agreesWithCcmppWpp() {
        for (JsonNode peer : PeerNumbers.cases("ccmppwpp_step.json")) {
            JsonNode input = peer.get("input");
            JsonNode output = peer.get("output");
            Step step = new Step(peer.get("id").asText(), input.get("pop_male").size(), 1);
            Projection projection = step.project(input, new double[][] {numbers(input.get("asfr"))}, new double[] {
                input.get("srb").asDouble()
            });

            for (Sex sex : Sex.values()) {
                String letter = sex.label().substring(0, 1);
                step.assertNumbers(projection, 1, sex, numbers(output.get("pop_count_age_" + letter + "_end")));
                assertClose(
                        step.id + " deaths " + sex,
                        step.deaths(projection, 0, sex),
                        numbers(output.get("death_count_cohort_" + letter)),
                        TOLERANCE);
            }
            assertClose(
                    step.id + " births",
                    projection.birthsByMother().toArray(),
                    numbers(output.get("birth_count_age_b")),
                    TOLERANCE);
        }
    }

    private static void assertBayesPop(JsonNode peer) {
        JsonNode input = peer.get("input");
        JsonNode output = peer.get("output");
        boolean fiveYears = input.has("asfr_period");
        Step step = new Step(peer.get("id").asText(), input.get("pop_male").size(), 3);
        double[][] asfr = new double[3][step.ages.count()];
        for (int t = 0; t < 3; t++) {
            double[] fertile =
                    numbers(input.get(fiveYears ? "asfr_period" : "asfr_10_54").get(t));
            for (int age = 0; age < fertile.length; age++) {
                asfr[t][age + (fiveYears ? 3 : 10)] = fiveYears ? fertile[age] / 5 : fertile[age];
            }
        }
        Projection projection = step.project(input, asfr, numbers(input.get("srb")));

        for (int t = 0; t < 3; t++) {
            for (Sex sex : Sex.values()) {
                step.assertNumbers(
                        projection,
                        t + 1,
                        sex,
                        numbers(output.get("pop_" + sex.label()).get(t + 1)));
                assertClose(
                        step.id + " deaths " + sex,
                        byAgeAtDeath(step, step.deaths(projection, t, sex), input, sex, t),
                        numbers(output.get("deaths_" + sex.label()).get(t)),
                        TOLERANCE);
            }
            assertBirths(step, projection, t, output, fiveYears ? 3 : 10);
        }
    }

    /** Deaths by age at death, as the peer gives them, from those by age reached: separation factors of its life table. */
    private static double[] byAgeAtDeath(Step step, double[] cohortDeaths, JsonNode input, Sex sex, int t) {
        double[] personYears = numbers(input.get("L_" + sex.label()).get(t));
        double[] survivors = numbers(input.get("l_" + sex.label()).get(t));
        int open = cohortDeaths.length - 1;
        double[] deaths = new double[open + 1];
        deaths[0] = cohortDeaths[0];
        for (int age = 1; age <= open; age++) {
            double dying = age == open ? personYears[age - 1] : personYears[age - 1] - personYears[age];
            double k = (personYears[age - 1] - step.ages.uniformWidth() * survivors[age]) / dying;
            deaths[age - 1] += k * cohortDeaths[age];
            deaths[age] = (1 - k) * cohortDeaths[age];
        }
        return deaths;
    }

    private static void assertBirths(Step step, Projection projection, int t, JsonNode output, int first) {
        double[] boys = numbers(output.get("births_male_by_mother").get(t));
        double[] girls = numbers(output.get("births_female_by_mother").get(t));
        double[] births = new double[boys.length];
        Arrays.setAll(births, age -> boys[age] + girls[age]);
        double[] own = projection
                .birthsByMother()
                .select(Axis.YEAR, projection.flowYears().labels().get(t))
                .toArray();
        assertClose(step.id + " births", Arrays.copyOfRange(own, first, first + births.length), births, TOLERANCE);
    }

    /** One case: its cells and its years. */
    private static final class Step {
        private final String id;
        private final AgeGroups ages;
        private final CellSpace space;
        private final int steps;

        Step(String id, int groups, int steps) {
            this.id = id;
            this.steps = steps;
            ages = id.contains("5x5") ? AgeGroups.fiveYears(5 * (groups - 1)) : AgeGroups.singleYears(groups - 1);
            space = new CellSpace(List.of(new Region("X", "")), List.of(new Status("all", true, true)), ages);
        }

        Projection project(JsonNode input, double[][] asfr, double[] srb) {
            int width = ages.uniformWidth();
            Axis years = CohortComponent.flowYears(LocalDate.of(2020, 1, 1), 2020 + steps * width, width);
            List<Axis> axes = List.of(years, Axis.sexes(), Axis.ages(ages));
            Population base = Population.of(
                    space,
                    LocalDate.of(2020, 1, 1),
                    Cube.generate(
                                    axes.subList(1, 3),
                                    at -> input.get("pop_" + sex(at[0]))
                                            .get(at[1])
                                            .asDouble())
                            .toArray());
            Convention convention = id.endsWith("even") ? Convention.UN_EVEN : Convention.UN_WPP_2024;
            return CohortComponent.project(
                    ProjectionInputs.of(
                                    base,
                                    Cube.generate(axes, at -> at(input.get("survival_" + sex(at[1])), at)),
                                    Cube.generate(List.of(years, axes.get(2)), at -> asfr[at[0]][at[1]]),
                                    Cube.generate(List.of(years), at -> srb[at[0]]))
                            .withConvention(convention)
                            .withExternal(ExternalMigration.net(Cube.generate(
                                    axes, at -> at(input.get("mig_" + sex(at[1])), at) / width))),
                    2020 + steps * width);
        }

        void assertNumbers(Projection projection, int date, Sex sex, double[] expected) {
            double[] own = projection.at(date).byAge(0, Selection.residents().of(sex));
            assertClose(id + " population " + date + " " + sex, own, expected, TOLERANCE);
        }

        double[] deaths(Projection projection, int step, Sex sex) {
            return projection
                    .flows(Flow.DEATHS)
                    .select(Axis.YEAR, projection.flowYears().labels().get(step))
                    .select(Axis.SEX, sex.label())
                    .toArray();
        }

        /** A number by year and age, or by age alone; ages that the peer leaves out are 0. */
        private static double at(JsonNode numbers, int[] at) {
            JsonNode byAge = numbers.get(0).isArray() ? numbers.get(at[0]) : numbers;
            return at[2] < byAge.size() ? byAge.get(at[2]).asDouble() : 0;
        }

        private static String sex(int index) {
            return Sex.values()[index].label();
        }
    }
}

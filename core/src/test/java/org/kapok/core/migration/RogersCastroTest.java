package org.kapok.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.peers.PeerNumbers.assertClose;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.migration.RogersCastro.Peak;
import org.kapok.core.migration.RogersCastro.Slope;
import org.kapok.peers.PeerNumbers;

class RogersCastroTest {
    private static final RogersCastro ELEVEN =
            new RogersCastro(new Slope(.09, .1), new Peak(.2, .1, 21, .39), new Peak(.001, 1, 67, .6), Slope.NONE, .01);

    @Test
    void at_elevenParameters_givesThePublishedNumbers() {
        double[] ages = {0, 1, 10, 20, 21, 25, 30, 60, 67, 75};

        assertThat(Arrays.stream(ages).map(ELEVEN::at).toArray())
                .containsExactly(
                        new double[] {
                            .10000000000,
                            .09143536762,
                            .04310914971,
                            .07264802916,
                            .09459696678,
                            .12604303782,
                            .09339971320,
                            .01427146898,
                            .01248902863,
                            .01095342649
                        },
                        within(1e-11));
    }

    @Test
    void at_demoToolsSchedules_matches() {
        List<JsonNode> cases = PeerNumbers.cases("demotools_migration.json").stream()
                .filter(peer -> peer.get("input").has("pars")) // the others are families, see UnMigrationFamilyTest
                .toList();
        assertThat(cases).hasSize(2);
        for (JsonNode peer : cases) {
            JsonNode p = peer.get("input").get("pars");
            RogersCastro schedule = new RogersCastro(
                    new Slope(number(p, "a1"), number(p, "alpha1")),
                    new Peak(number(p, "a2"), number(p, "alpha2"), number(p, "mu2"), number(p, "lambda2")),
                    new Peak(number(p, "a3"), number(p, "alpha3"), number(p, "mu3"), number(p, "lambda3")),
                    Slope.NONE,
                    number(p, "c"));

            double[] values =
                    IntStream.rangeClosed(0, 100).mapToDouble(schedule::at).toArray();

            assertClose(
                    peer.get("id").asText(), values, numbers(peer.get("output").get("mx")), 1e-13);
        }
    }

    @Test
    void shares_anyAxis_addUpToOne() {
        double[] shares = ELEVEN.shares(AgeGroups.fiveYears(85));

        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(shares[5]).isGreaterThan(shares[2]).isGreaterThan(shares[15]);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void shares_anySchedule_areFreeOfItsLevelAndAddUpOverGroups(long seed) {
        Random random = new Random(seed);
        double level = 10 * random.nextDouble();
        Slope children = new Slope(random.nextDouble(), 0.05 + 0.1 * random.nextDouble());
        Peak labour = new Peak(1, 0.1, 18 + 6 * random.nextDouble(), 0.2 + 0.3 * random.nextDouble());
        RogersCastro schedule = new RogersCastro(children, labour, Peak.NONE, Slope.NONE, 0.01);
        RogersCastro higher = new RogersCastro(
                new Slope(level * children.height(), children.rate()),
                new Peak(level, labour.descent(), labour.position(), labour.ascent()),
                Peak.NONE,
                Slope.NONE,
                level * 0.01);

        double[] single = schedule.shares(AgeGroups.singleYears(85));
        double[] five = schedule.shares(AgeGroups.fiveYears(85));

        assertThat(Arrays.stream(single).sum()).isCloseTo(1, within(1e-12));
        assertThat(higher.shares(AgeGroups.singleYears(85))).containsExactly(single, within(1e-14));
        for (int age = 0; age < five.length; age++) {
            double sum =
                    Arrays.stream(single, 5 * age, Math.min(5 * age + 5, 86)).sum();
            assertThat(five[age]).as("group %d", age).isCloseTo(sum, within(1e-14));
        }
    }

    @Test
    void fittedTo_ownValuesFromANearbyStart_findsTheParameters() {
        RogersCastro truth =
                new RogersCastro(new Slope(.02, .1), new Peak(.06, .1, 20, .4), Peak.NONE, Slope.NONE, .003);
        RogersCastro start =
                new RogersCastro(new Slope(.03, .15), new Peak(.05, .12, 22, .3), Peak.NONE, Slope.NONE, .001);
        double[] ages = IntStream.range(0, 80).mapToDouble(x -> x).toArray();

        RogersCastro fitted =
                start.fittedTo(ages, Arrays.stream(ages).map(truth::at).toArray());

        assertThat(fitted.labour().position()).isCloseTo(20, within(1e-5));
        assertThat(fitted.labour().ascent()).isCloseTo(.4, within(1e-6));
        assertThat(fitted.children().rate()).isCloseTo(.1, within(1e-6));
        assertThat(fitted.c()).isCloseTo(.003, within(1e-8));
        assertThat(fitted.retirement()).isEqualTo(Peak.NONE);
    }

    @Test
    void fittedTo_tooFewAges_saysHowManyItNeeds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ELEVEN.fittedTo(new double[] {1, 2}, new double[] {1, 2}))
                .withMessageContaining("got 2 ages and 2 values, expected as many of both, 11 or more");
    }

    private static double number(JsonNode parameters, String name) {
        return parameters.has(name) ? parameters.get(name).doubleValue() : 0;
    }
}

package org.kapok.core.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.peers.PeerNumbers.assertClose;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Sex;
import org.kapok.peers.PeerNumbers;

class UnMigrationFamilyTest {
    /** Parameters of 8 digits leave 1e-6 of 1,000 migrants. */
    private static final double TOLERANCE = 2e-6;

    @Test
    void netMigrants_family_isThatOfDemoTools() {
        List<JsonNode> cases = PeerNumbers.cases("demotools_migration.json").stream()
                .filter(peer -> peer.get("id").asText().startsWith("un_family_Family"))
                .toList();
        assertThat(cases).hasSize(2);
        for (JsonNode peer : cases) {
            String id = peer.get("id").asText();
            double total = peer.get("input").get("NM").doubleValue();
            JsonNode output = peer.get("output");
            assertThat(output.get("sex").get(0).asText()).isEqualTo("Female");

            double[][] net = UnMigrationFamily.FAMILY.netMigrants(total, AgeGroups.singleYears(100));

            assertClose(id + " female", net[Sex.FEMALE.ordinal()], numbers(output.get("nm_first")), TOLERANCE);
            assertClose(id + " male", net[Sex.MALE.ordinal()], numbers(output.get("nm_second")), TOLERANCE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void netMigrants_anyFamily_addUpAndKeepTheSignAndTheGroups(UnMigrationFamily family) {
        for (double total : new double[] {20_000, -350.5}) {
            double[][] single = family.netMigrants(total, AgeGroups.singleYears(100));
            double[][] five = family.netMigrants(total, AgeGroups.fiveYears(85));

            assertThat(sum(single[0]) + sum(single[1])).isCloseTo(total, within(1e-12 * Math.abs(total)));
            for (Sex sex : Sex.values()) {
                double[] ofSex = single[sex.ordinal()];
                assertThat(Arrays.stream(ofSex)).allMatch(migrants -> migrants * total > 0);
                assertThat(five[sex.ordinal()][4])
                        .isCloseTo(Arrays.stream(ofSex, 20, 25).sum(), within(1e-9));
                assertThat(five[sex.ordinal()][17])
                        .isCloseTo(Arrays.stream(ofSex, 85, 101).sum(), within(1e-9));
            }
        }
    }

    @Test
    void netMigrants_noMigrants_areNone() {
        assertThat(UnMigrationFamily.FAMILY.netMigrants(0, AgeGroups.fiveYears(85))[1])
                .containsOnly(0);
    }

    @Test
    void netMigrants_labourFamilies_areMostlyOfTheirSex() {
        AgeGroups ages = AgeGroups.singleYears(100);

        assertThat(sum(UnMigrationFamily.FEMALE_LABOUR.netMigrants(1, ages)[0])).isBetween(0.64, 0.65);
        assertThat(sum(UnMigrationFamily.MALE_LABOUR.netMigrants(1, ages)[1])).isBetween(0.65, 0.66);
    }

    @Test
    void netMigrants_openGroupBeyondTheSchedule_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnMigrationFamily.FAMILY.netMigrants(1, AgeGroups.singleYears(121)))
                .withMessage(
                        "UnMigrationFamily.ages: got open group 121+, expected one that starts at 120 or" + " earlier");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnMigrationFamily.FAMILY.netMigrants(Double.NaN, AgeGroups.singleYears(100)))
                .withMessage("UnMigrationFamily.total: got NaN, expected a finite number of migrants");
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}

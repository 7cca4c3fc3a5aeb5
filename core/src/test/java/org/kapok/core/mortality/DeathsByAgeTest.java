package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.peers.PeerNumbers.assertClose;
import static org.kapok.peers.PeerNumbers.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.peers.PeerNumbers;

/** Deaths by age at death from deaths of cohorts, against ccmppWPP. */
class DeathsByAgeTest {
    @Test
    void deathsByAge_cohortDeathsOfCcmppWpp_areThoseOfThePeer() {
        List<JsonNode> cases = PeerNumbers.cases("ccmppwpp_step.json").stream()
                .filter(peer -> peer.get("output").has("death_count_age_m"))
                .toList();
        assertThat(cases).hasSize(2);
        for (JsonNode peer : cases) {
            for (String sex : List.of("male", "female")) {
                double[] lx = numbers(peer.get("input").get("lx_" + sex));
                double[] personYears = numbers(peer.get("input").get("nLx_" + sex));
                StationaryPopulation stationary = new StationaryPopulation(
                        AgeGroups.singleYears(lx.length - 1),
                        lx,
                        personYears,
                        lx[lx.length - 1] / personYears[lx.length - 1]);
                JsonNode output = peer.get("output");
                String letter = sex.substring(0, 1);
                double[] cohort = numbers(output.get("death_count_cohort_" + letter));
                double[] deaths = stationary.deathsByAge(cohort);

                assertClose(
                        peer.get("id").asText() + " " + sex,
                        deaths,
                        numbers(output.get("death_count_age_" + letter)),
                        1e-9);
                double all = Arrays.stream(cohort).sum();
                assertThat(Arrays.stream(deaths).sum()).isCloseTo(all, within(1e-9 * all));
            }
        }
    }

    @Test
    void deathsByAge_anotherNumberOfGroups_isRefused() {
        StationaryPopulation stationary = new StationaryPopulation(
                AgeGroups.singleYears(2), new double[] {1, 0.9, 0.8}, new double[] {0.95, 0.85, 4}, 0.2);

        assertThatThrownBy(() -> stationary.deathsByAge(new double[2]))
                .hasMessage("StationaryPopulation.cohortDeaths: got 2 groups, expected 3");
    }
}

package org.kapok.core.mortality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kapok.core.mortality.GoldenCases.assertClose;
import static org.kapok.core.mortality.GoldenCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kapok.core.Sex;

class A0RuleTest {
    @ParameterizedTest
    @CsvSource({
        "0.002, 0.145299, 0.144919, 0.050368, 0.0586",
        "0.01, 0.129335, 0.128477, 0.07184, 0.081",
        "0.02, 0.109381, 0.124288, 0.09868, 0.109",
        "0.05, 0.191331, 0.240714, 0.1792, 0.193",
        "0.12, 0.29915, 0.31411, 0.33, 0.35"
    })
    void a0_ofM0_isThePublishedFormula(double m0, double akMale, double akFemale, double cdMale, double cdFemale) {
        assertThat(A0Rule.ANDREEV_KINGKADE.a0(m0, Sex.MALE)).isCloseTo(akMale, within(5.1e-7));
        assertThat(A0Rule.ANDREEV_KINGKADE.a0(m0, Sex.FEMALE)).isCloseTo(akFemale, within(5.1e-7));
        assertThat(A0Rule.COALE_DEMENY.a0(m0, Sex.MALE)).isCloseTo(cdMale, within(1e-12));
        assertThat(A0Rule.COALE_DEMENY.a0(m0, Sex.FEMALE)).isCloseTo(cdFemale, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "COALE_DEMENY_.*")
    void a0_ofRegions_holdsForTheQ0ThatGoesWithTheRate(A0Rule rule) {
        for (Sex sex : Sex.values()) {
            for (double m0 : new double[] {0, 0.001, 0.03, 0.09, 0.1, 0.11, 0.2, 0.5}) {
                double a0 = rule.a0(m0, sex);

                double q0 = m0 / (1 + (1 - a0) * m0);
                assertThat(a0).isCloseTo(rule.a0OfQ0(q0, sex), within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothSexes_weighsBoysBySrb(A0Rule rule) {
        double srb = 1.05;

        double a0 = rule.a0BothSexes(0.01, srb);
        double a1 = rule.a1BothSexes(0.01, srb);

        assertThat(a0 * 2.05).isCloseTo(1.05 * rule.a0(0.01, Sex.MALE) + rule.a0(0.01, Sex.FEMALE), within(1e-14));
        assertThat(a1 * 2.05).isCloseTo(1.05 * rule.a1(0.01, Sex.MALE) + rule.a1(0.01, Sex.FEMALE), within(1e-14));
    }

    @Test
    void bothSexes_srbOfOne_isTheTextbookTable() {
        assertThat(A0Rule.COALE_DEMENY.a0BothSexes(0.01, 1)).isCloseTo(0.049 + 2.742 * 0.01, within(1e-12));
        assertThat(A0Rule.COALE_DEMENY.a1BothSexes(0.01, 1)).isCloseTo(1.5865 - 2.167 * 0.01, within(1e-12));
        assertThat(A0Rule.COALE_DEMENY.a0BothSexes(0.2, 1)).isCloseTo(0.34, within(1e-12));
        assertThat(A0Rule.COALE_DEMENY.a1BothSexes(0.2, 1)).isCloseTo(1.3565, within(1e-12));
    }

    /** 4e-4 for 4a1, where DemoTools rounds the constants of high mortality: docs/differences.md. */
    @Test
    void a0_againstDemoTools_agrees() throws IOException {
        for (JsonNode golden : GoldenCases.read("demotools_a0.json", "")) {
            String id = golden.get("id").asText();
            JsonNode input = golden.get("input");
            Sex sex = input.get("Sex").asText().equals("m") ? Sex.MALE : Sex.FEMALE;
            A0Rule region = id.endsWith("_n") ? A0Rule.COALE_DEMENY_NORTH : A0Rule.COALE_DEMENY_WEST;
            double[] x = numbers(input.get(id.equals("ak_q0_f") ? "q0" : "M0"));

            double[] actual = Arrays.stream(x)
                    .map(value -> switch (id.substring(0, 5)) {
                        case "ak_m0" -> A0Rule.ANDREEV_KINGKADE.a0(value, sex);
                        case "ak_q0" -> A0Rule.ANDREEV_KINGKADE.a0OfQ0(value, sex);
                        case "cd_4a" -> region.a1(value, sex);
                        default -> region.a0(value, sex);
                    })
                    .toArray();

            double[] expected = numbers(golden.get("output").elements().next());
            double tolerance = id.startsWith("cd_4a1") ? 4e-4 : 1e-12;
            assertClose(id, actual, expected, 0, x.length, tolerance);
        }
    }
}

package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.core.Status;

/** Models that refer to no other service, or to demands given by hand. */
class ServiceModelTest {
    /** Region A has 10 residents in each sex and age, B has 20; half as many again are away. */
    private static final Population POPULATION = Population.of(
            space(AgeGroups.fiveYears(10)),
            LocalDate.of(2025, 11, 1),
            Cube.generate(space(AgeGroups.fiveYears(10)).axes(), at -> 10 * (at[0] + 1) * (at[1] == 0 ? 1 : 0.5))
                    .toArray());

    @Test
    void ratio_perThousandResidents_isPersonsTimesValue() {
        Ratio norm = new Ratio(Selection.residents(), 1000, new YearPath(new TreeMap<>(Map.of(2020, 4.0, 2030, 8.0))));

        assertThat(norm.byRegion(Projections.situation(POPULATION))).containsExactly(60 * 0.006, 120 * 0.006);
    }

    @Test
    void ratio_ageBandPerPerson_isTakeUp() {
        Ratio need = new Ratio(Selection.registered().of(Sex.FEMALE).aged(0, 4), 1, YearPath.constant(0.5));

        assertThat(need.byRegion(Projections.situation(POPULATION))).containsExactly(7.5, 15);
    }

    @Test
    void ratio_wrongNumbersOrStatuses_areRefused() {
        assertThatThrownBy(() -> new Ratio(Selection.residents(), 0, YearPath.constant(1)))
                .hasMessage("Ratio.per: got 0.0, expected a finite number above 0");
        assertThatThrownBy(
                        () -> new Ratio(Selection.residents(), 1000, new YearPath(new TreeMap<>(Map.of(2025, -1.0)))))
                .hasMessage("Ratio.value, year 2025: got -1.0, expected 0.0 or more");
        assertThatThrownBy(() -> new Ratio(Selection.status("abroad"), 1000, YearPath.constant(1))
                        .byRegion(Projections.situation(POPULATION)))
                .hasMessage("Ratio.people: got a selection without any of the statuses [present, away]");
    }

    @Test
    void shareOf_anotherService_isItsPart() {
        PerUnit nursing = new PerUnit("elderly-beds", 1, new YearPath(new TreeMap<>(Map.of(2020, 0.5, 2030, 1.0))));

        assertThat(nursing.byRegion(
                        Situation.of(People.of(POPULATION), Map.of("elderly-beds", new double[] {100, 8})::get)))
                .containsExactly(75, 6);
        assertThat(nursing.references()).containsExactly("elderly-beds");
    }

    @Test
    void sumOf_otherServices_addsThemByRegion() {
        SumOf education = new SumOf(List.of("primary", "junior"));
        Map<String, double[]> demand = Map.of("primary", new double[] {60, 6}, "junior", new double[] {30, 3});

        assertThat(education.byRegion(Situation.of(People.of(POPULATION), demand::get)))
                .containsExactly(90, 9);
        assertThat(education.references()).containsExactly("primary", "junior");
    }

    @Test
    void shareOfAndSumOf_wrongParts_areRefused() {
        assertThatThrownBy(() -> new PerUnit("a", 1, new YearPath(new TreeMap<>(Map.of(2025, -1.5)))))
                .hasMessage("PerUnit.value, year 2025: got -1.5, expected 0.0 or more");
        assertThatThrownBy(() -> new SumOf(List.of()))
                .hasMessage("SumOf.services: got [], expected 1 or more services, each once");
        assertThatThrownBy(() -> new SumOf(List.of("a", "a")))
                .hasMessage("SumOf.services: got [a, a], expected 1 or more services, each once");
    }

    @Test
    void service_blankNames_areRefused() {
        Ratio norm = new Ratio(Selection.residents(), 1000, YearPath.constant(1));

        assertThatThrownBy(() -> new Service(" ", "beds", norm, Optional.empty()))
                .hasMessage("Service.id: got a blank, expected a name");
        assertThatThrownBy(() -> new Service("hospital", "", norm, Optional.empty()))
                .hasMessage("Service.unit, hospital: got a blank, expected a unit");
    }

    private static CellSpace space(AgeGroups ages) {
        return new CellSpace(
                List.of(new Region("A", ""), new Region("B", "")),
                List.of(new Status("present", true, true), new Status("away", false, true)),
                ages);
    }
}

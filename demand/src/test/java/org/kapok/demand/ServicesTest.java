package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;

class ServicesTest {
    private static final ServiceModel PER_THOUSAND = new Ratio(Selection.residents(), 1000, YearPath.constant(50));

    @Test
    void demandOf_everyReferenceDate_isNamedByItsYear() {
        Services services = new Services(List.of(service("beds", PER_THOUSAND)));

        Demand demand = services.demandOf(Projections.untouched(2022, 1, 10)); // 84 people in A, 840 in B

        assertThat(demand.years()).containsExactly(2020, 2021, 2022);
        assertThat(demand.regions()).isEqualTo(Projections.SPACE.regions());
        assertThat(demand.services()).isEqualTo(services.all());
        assertThat(demand.at("beds", DemandPath.NORM, 2020)).containsExactly(4.2, 42);
        assertThat(demand.total("beds", DemandPath.NORM, 2022)).isCloseTo(46.2, within(1e-12));
    }

    @Test
    void demandOf_referencesGivenBeforeTheirServices_areFollowed() {
        Services services = new Services(List.of(
                service("half-of-both", new PerUnit("both", 1, YearPath.constant(0.5))),
                service("both", new SumOf(List.of("beds", "places"))),
                service("beds", PER_THOUSAND),
                service("places", PER_THOUSAND)));

        Demand demand = services.demandOf(Projections.untouched(2021, 1, 10));

        assertThat(demand.at("both", DemandPath.NORM, 2021)).containsExactly(8.4, 84);
        assertThat(demand.at("half-of-both", DemandPath.NORM, 2021)).containsExactly(4.2, 42);
    }

    @Test
    void demandOf_needWithReference_staysOnTheNeed() {
        Ratio need = new Ratio(Selection.residents().aged(0, 2), 1, YearPath.constant(0.5));
        Services services = new Services(List.of(
                new Service("nursery", "places", PER_THOUSAND, Optional.of(need)),
                new Service(
                        "public-nursery",
                        "places",
                        new PerUnit("nursery", 1, YearPath.constant(1)),
                        Optional.of(new PerUnit("nursery", 1, YearPath.constant(0.5))))));

        Demand demand = services.demandOf(Projections.untouched(2021, 1, 10));

        assertThat(demand.at("public-nursery", DemandPath.NORM, 2020)).containsExactly(4.2, 42);
        assertThat(demand.at("public-nursery", DemandPath.NEED, 2020)).containsExactly(3, 30); // half of 12 x 0.5
    }

    @Test
    void demandOf_flatUseAtTheRateOfTheNorm_needEqualsNorm() {
        ServiceModel flat = new Ratio(Selection.residents().aged(0, Selection.OPEN), 1, YearPath.constant(0.05));
        Services services = new Services(List.of(new Service("beds", "beds", PER_THOUSAND, Optional.of(flat))));

        Demand demand = services.demandOf(Projections.untouched(2025, 3, 7));

        for (int year : demand.years()) {
            assertThat(demand.at("beds", DemandPath.NEED, year))
                    .containsExactly(demand.at("beds", DemandPath.NORM, year), within(1e-12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void demandOf_populationScaled_scalesEveryDemandAndRegionsAddUp(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = 1 + random.nextDouble();
        Cube persons = Cube.generate(Projections.SPACE.axes(), at -> 1000 * random.nextDouble());
        Services services = everyModel(random);

        Demand once = services.demandOf(Projections.untouched(2023, persons));
        Demand scaled = services.demandOf(Projections.untouched(2023, persons.map(count -> scale * count)));

        for (Service service : services.all()) {
            for (int year : once.years()) {
                double[] byRegion = once.at(service.id(), DemandPath.NORM, year);
                double total = once.total(service.id(), DemandPath.NORM, year);
                assertThat(byRegion[0] + byRegion[1]).isEqualTo(total).isPositive();
                assertThat(scaled.total(service.id(), DemandPath.NORM, year))
                        .isCloseTo(scale * total, withinPercentage(1e-10));
            }
        }
    }

    @Test
    void demandOf_modelThatDoesNotFit_namesServicePathAndYear() {
        Services services = new Services(List.of(new Service(
                "care",
                "places",
                PER_THOUSAND,
                Optional.of(new Ratio(Selection.residents().aged(65, 79), 1, YearPath.constant(1))))));
        Projection projection = Projections.untouched(2021, 1, 1);

        assertThatThrownBy(() -> services.demandOf(projection))
                .hasMessage("Services, need of care, 2020: Selection: got ages 65 to 79, which cut through the age"
                        + " groups 20+ and 20+");
    }

    @Test
    void references_unknownCircularOrWithoutNeed_areRefusedUpFront() {
        PerUnit shareOfB = new PerUnit("b", 1, YearPath.constant(1));
        PerUnit shareOfA = new PerUnit("a", 1, YearPath.constant(1));

        assertThatThrownBy(() -> new Services(List.of(service("a", shareOfB), service("c", PER_THOUSAND))))
                .hasMessage("Services, norm of a: got a reference to b, expected one of [a, c]");
        assertThatThrownBy(() -> new Services(
                        List.of(service("a", shareOfB), service("b", shareOfA), service("c", PER_THOUSAND))))
                .hasMessage("Services, norm: got references in a circle among [a, b]");
        assertThatThrownBy(() -> new Services(List.of(service("a", shareOfA))))
                .hasMessage("Services, norm: got references in a circle among [a]");
        assertThatThrownBy(() -> new Services(List.of(
                        new Service("a", "beds", PER_THOUSAND, Optional.of(shareOfB)), service("b", PER_THOUSAND))))
                .hasMessage("Services, need of a: got a reference to b, which has no need");
        assertThatThrownBy(() -> new Services(List.of(service("a", PER_THOUSAND), service("a", PER_THOUSAND))))
                .hasMessage("Services: got service a twice");
    }

    @Test
    void at_whatIsNotThere_isRefused() {
        Demand demand =
                new Services(List.of(service("beds", PER_THOUSAND))).demandOf(Projections.untouched(2021, 1, 1));

        assertThat(demand.paths("beds")).containsExactly(DemandPath.NORM);
        assertThatThrownBy(() -> demand.at("beds", DemandPath.NEED, 2020))
                .hasMessage("Demand: got the need of beds, expected one of its paths [NORM]");
        assertThatThrownBy(() -> demand.at("places", DemandPath.NORM, 2020))
                .hasMessage("Demand: got service places, expected one of [beds]");
        assertThatThrownBy(() -> demand.total("beds", DemandPath.NORM, 2022))
                .hasMessage("Demand: got year 2022, expected one of [2020, 2021]");
    }

    private static Services everyModel(SplittableRandom random) {
        return new Services(List.of(
                service("beds", new Ratio(Selection.registered(), 1000, YearPath.constant(10 * random.nextDouble()))),
                service(
                        "primary",
                        new SchoolCohort(
                                6,
                                6,
                                MonthDay.of(8, 31),
                                Map.of("other", YearPath.constant(random.nextDouble())),
                                SchoolPath.regular())),
                service("part", new PerUnit("beds", 1, YearPath.constant(random.nextDouble()))),
                service("all", new SumOf(List.of("beds", "primary", "part")))));
    }

    private static Service service(String id, ServiceModel norm) {
        return new Service(id, "units", norm, Optional.empty());
    }
}

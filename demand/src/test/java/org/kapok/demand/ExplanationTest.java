package org.kapok.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.Cube;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;

class ExplanationTest {
    @Test
    void of_flatRates_findsNormEqualToNeed() {
        Cube rates = Cube.of(List.of(), 0.006).along(Projections.SPACE.axes());
        Services services = services(
                new Ratio(Selection.residents(), 1000, YearPath.constant(6)),
                new Use(rates, YearPath.constant(1), Use.Capacity.places()));

        Explanation explanation = Explanation.of(services, Projections.untouched(2025, 3, 7));

        assertThat(explanation.rows()).hasSize(2 * 6).allSatisfy(row -> {
            assertThat(row.need()).isCloseTo(row.norm(), within(1e-12));
            assertThat(row.parts().structure()).isCloseTo(0, within(1e-12));
        });
    }

    @Test
    void of_ageingPeople_showsStructureAlone() {
        // Nobody is born: the people move past age 10, where use begins.
        Cube rates = Cube.generate(Projections.SPACE.axes(), at -> at[3] >= 10 ? 0.01 : 0);
        Services services = services(
                new Ratio(Selection.residents(), 1000, YearPath.constant(6)),
                new Use(rates, YearPath.constant(1), Use.Capacity.places()));

        Explanation.Row last = Explanation.of(services, Projections.untouched(2025, 3, 7))
                .rows()
                .get(10);

        assertThat(last.parts().structure()).isGreaterThan(0);
        assertThat(last.parts().participation()).isZero();
        assertThat(last.parts().occupancy()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void of_everythingChanging_addsUpToTheDifference(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Cube rates = Cube.generate(Projections.SPACE.axes(), at -> random.nextDouble());
        Services services = services(
                new Ratio(Selection.residents().aged(5, 12), 1000, path(random, 10)),
                new Use(
                        rates,
                        path(random, 2),
                        new Use.Capacity(path(random, 9), 300, path(random, 1), path(random, 1))));
        Cube people = Cube.generate(Projections.SPACE.axes(), at -> 100 * random.nextDouble());
        Projection projection = Projections.untouched(2025, people);

        for (Explanation.Row row : Explanation.of(services, projection).rows()) {
            Explanation.Parts p = row.parts();
            double sum = p.atBase() + p.structure() + p.participation() + p.occupancy() + p.normPeople() + p.standard();
            assertThat(sum).isCloseTo(row.need() - row.norm(), within(1e-9 * Math.abs(row.need())));
        }
    }

    private static YearPath path(SplittableRandom random, double most) {
        return new YearPath(new TreeMap<>(Map.of(
                2020, most * (0.1 + 0.9 * random.nextDouble()), 2025, most * (0.1 + 0.9 * random.nextDouble()))));
    }

    private static Services services(ServiceModel norm, ServiceModel need) {
        return new Services(List.of(new Service("beds", "beds", norm, Optional.of(need))));
    }
}

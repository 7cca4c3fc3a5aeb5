package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
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

/**
 * The worked example of Swedish females from 1993: Preston, Heuveline and Guillot (2001), Demography, box 6.1 and 6.2,
 * with its variants by migration timing.
 */
class SwedenTest {
    private static final AgeGroups AGES = AgeGroups.fiveYears(85);
    private static final CellSpace SPACE =
            new CellSpace(List.of(new Region("SE", "")), List.of(new Status("all", true, true)), AGES);
    private static final double[] WOMEN = {
        293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108, 324946, 247613, 211351, 215140, 221764,
        223506, 183654, 141990, 112424
    };
    private static final double[] MEN = {
        310189, 261963, 252046, 274711, 296679, 333726, 296774, 299391, 314295, 338709, 256066, 208841, 199996, 197282,
        184234, 133856, 86732, 49095
    };
    private static final double[] LX_FEMALE = {
        497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447, 486613, 480665, 471786, 457852, 436153,
        402775, 350358, 271512, 291707
    };
    private static final double[] LX_MALE = {
        496754, 496297, 495989, 495113, 493460, 491475, 489325, 486487, 482392, 476532, 467568, 452941, 428556, 390707,
        336027, 261507, 172333, 128631
    };
    private static final double[] NET_FEMALE = {
        6840, 4150, 3365, 5270, 9240, 8230, 5470, 3155, 1770, 1115, 1075, 845, 645, 530, 465, 300, 250, 175
    };

    @Test
    void project_closedFemales_matchesTheBook() {
        Projection projection = CohortComponent.project(inputs(WOMEN, new double[18]), 2043);

        assertThat(projection.births().total() - birthsAfter(projection, 1)).isCloseTo(604866.362507, within(1e-6));
        assertThat(women(projection, 1))
                .containsExactly(
                        new double[] {
                            293574, 293189, 248251, 239833, 261015, 284787, 313782, 280463, 285576, 301731, 320974,
                            243039, 205109, 204944, 204793, 194419, 142324, 131768
                        },
                        within(0.5));
        assertThat(total(projection, 1)).isCloseTo(4449569.727, within(1e-3));
        assertThat(total(projection, 2)).isCloseTo(4478712.273, within(1e-3));
        assertThat(total(projection, 10)).isCloseTo(4481481.665, within(1e-3));
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    @Test
    void project_migrantsEven_matchesTheUnitedNationsVariant() {
        Projection projection = CohortComponent.project(migration(Convention.UN_EVEN), 1998);

        assertThat(total(projection, 1)).isCloseTo(4507581.322, within(1e-3));
        assertThat(projection.births().total()).isCloseTo(615988.063789, within(1e-6));
        assertThat(women(projection, 1)[0]).isCloseTo(302392, within(0.5));
        assertThat(women(projection, 1)[17]).isCloseTo(131966, within(0.5));
        assertThat(projection.at(1).total(Selection.residents().of(Sex.MALE).aged(0, 4)))
                .isCloseTo(317340, within(0.5));
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    @Test
    void project_migrantsAtEnd_matchesTheUnitedNationsVariant() {
        Projection projection = CohortComponent.project(migration(Convention.UN_WPP_2024), 1998);

        assertThat(total(projection, 1)).isCloseTo(4502459.727, within(1e-3));
        assertThat(women(projection, 1)[0]).isCloseTo(300414, within(0.5));
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    @Test
    void project_wheldon_countsBirthsBeforeTheSecondHalfJoins() {
        double[] perYear = new double[18];
        for (int age = 0; age < 18; age++) {
            perYear[age] = NET_FEMALE[age] / 5 / WOMEN[age];
        }
        double[] s = survival(LX_FEMALE);
        ProjectionInputs inputs = inputs(WOMEN, new double[18])
                .withConvention(Convention.WHELDON)
                .withOpenAgeSurvival(Cube.of(List.of(), s[17]))
                .withExternal(ExternalMigration.netRate(Cube.of(List.of(Axis.ages(AGES)), perYear)));
        Projection projection = CohortComponent.project(inputs, 1998);

        assertThat(projection.births().total()).isCloseTo(612358.248779, within(2e-5));
        assertThat(women(projection, 1)[0]).isCloseTo(300630.018, within(1e-3));
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    @Test
    void project_manySteps_growsAsTheStablePopulation() {
        Projection projection = CohortComponent.project(inputs(WOMEN, new double[18]), 1993 + 5 * 200);
        double growth = total(projection, 200) / total(projection, 199);

        assertThat(growth).isCloseTo(1.00111253408, within(1e-11));
        assertThat(Math.log(growth) / 5).isCloseTo(0.000222383, within(5e-10));
    }

    @Test
    void project_migrantsEven_countsBirthsByTheMothersAge() {
        Cube births =
                CohortComponent.project(migration(Convention.UN_EVEN), 1998).birthsByMother();

        assertThat(births.toArray())
                .containsExactly(
                        new double[] {0, 0, 0, 15244, 126688, 229354, 170057, 63203, 10971, 472, 0, 0, 0, 0, 0, 0, 0, 0
                        },
                        within(0.5));
    }

    @Test
    void project_bothSexesClosed_matchesTheBook() {
        Projection projection = CohortComponent.project(
                inputs(WOMEN, MEN).withSurvival(bySex(survival(LX_FEMALE), survival(LX_MALE))), 2003);
        Selection men = Selection.residents().of(Sex.MALE);

        assertThat(projection.at(1).total(men)).isCloseTo(4354684.835, within(1e-3));
        assertThat(projection.at(1).total(men.aged(0, 4))).isCloseTo(307798, within(0.5));
        assertThat(projection.at(1).total(men.aged(85, Selection.OPEN))).isCloseTo(58052, within(0.5));
        assertThat(projection.at(2).total(men)).isCloseTo(4393358.485, within(1e-3));
    }

    private static ProjectionInputs migration(Convention convention) {
        double[] perYear = new double[18];
        for (int age = 0; age < 18; age++) {
            perYear[age] = NET_FEMALE[age] / 5;
        }
        return inputs(WOMEN, new double[18])
                .withConvention(convention)
                .withExternal(ExternalMigration.gross(bySex(perYear, perYear), Cube.of(List.of(), 0)));
    }

    private static ProjectionInputs inputs(double[] women, double[] men) {
        double[] asfr = new double[18];
        System.arraycopy(new double[] {.0120, .0908, .1499, .1125, .0441, .0074, .0003}, 0, asfr, 3, 7);
        Population base =
                Population.of(SPACE, LocalDate.of(1993, 1, 1), bySex(women, men).toArray());
        return ProjectionInputs.of(
                base,
                Cube.of(List.of(Axis.ages(AGES)), survival(LX_FEMALE)),
                Cube.of(List.of(Axis.ages(AGES)), asfr),
                Cube.of(List.of(), 1.05));
    }

    private static double[] survival(double[] personYears) {
        double[] s = new double[18];
        s[0] = personYears[0] / 500000;
        for (int age = 1; age < 17; age++) {
            s[age] = personYears[age] / personYears[age - 1];
        }
        s[17] = personYears[17] / (personYears[16] + personYears[17]);
        return s;
    }

    private static Cube bySex(double[] female, double[] male) {
        return Cube.generate(
                List.of(Axis.sexes(), Axis.ages(AGES)), index -> index[0] == 0 ? female[index[1]] : male[index[1]]);
    }

    private static double[] women(Projection projection, int date) {
        return projection.at(date).byAge(0, Selection.residents().of(Sex.FEMALE));
    }

    private static double total(Projection projection, int date) {
        return projection.at(date).total(Selection.residents().of(Sex.FEMALE));
    }

    private static double birthsAfter(Projection projection, int step) {
        double sum = 0;
        for (int year = step; year < projection.flowYears().size(); year++) {
            sum += projection
                    .births()
                    .select(Axis.YEAR, projection.flowYears().labels().get(year))
                    .total();
        }
        return sum;
    }
}

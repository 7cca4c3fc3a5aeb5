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
 * Women of Burkina Faso from 1960 to 1965, with emigration at working ages: the initial estimates of Wheldon, Raftery,
 * Clark and Gerland (2013), Reconstructing past populations, J. American Statistical Association 108(501), and the
 * projection of the program leapfrog from them.
 */
class BurkinaFasoTest {
    private static final AgeGroups AGES = AgeGroups.fiveYears(80);
    private static final double[] WOMEN = {
        386000, 292000, 260000, 244000, 207000, 175000, 153000, 135000, 117000, 98000, 78000, 60000, 43000, 29000,
        17000, 8000, 2000
    };
    private static final double[] SURVIVAL = {
        0.762486,
        0.878227272,
        0.97137848,
        0.973031808,
        0.957770868,
        0.94817552,
        0.946007544,
        0.939376552,
        0.92587894,
        0.905228302,
        0.875376659,
        0.832338014,
        0.773616481,
        0.696611799,
        0.592880344,
        0.454757079,
        0.318167777
    };
    private static final double OPEN = 0.20998613;
    private static final double[] ASFR = { // from 15-19
        0.231061468, 0.365138594, 0.307983617, 0.25784739, 0.178048162, 0.091187068, 0.019532546
    };
    private static final double[] WOMEN_1965 = {
        496963.688,
        338995.727,
        283642.516,
        246278.270,
        221576.949,
        186062.343,
        156791.159,
        136059.686,
        118338.831,
        100304.139,
        81282.772,
        63137.000,
        46416.989,
        29954.307,
        17193.530,
        7730.870,
        2965.314
    };

    @Test
    void project_proportionsLeave_givesThePublishedWomen() {
        CellSpace space = new CellSpace(List.of(new Region("BFA", "")), List.of(new Status("all", true, true)), AGES);
        Axis ages = Axis.ages(AGES);
        ProjectionInputs inputs = ProjectionInputs.of(
                        Population.of(
                                space,
                                LocalDate.of(1960, 1, 1),
                                Cube.generate(
                                                List.of(Axis.sexes(), ages),
                                                at -> at[0] == Sex.FEMALE.ordinal() ? WOMEN[at[1]] : 0)
                                        .toArray()),
                        Cube.of(List.of(ages), SURVIVAL),
                        Cube.generate(List.of(ages), at -> at[0] < 3 || at[0] > 9 ? 0 : ASFR[at[0] - 3]),
                        Cube.of(List.of(), 1.05))
                .withConvention(Convention.WHELDON)
                .withOpenAgeSurvival(Cube.of(List.of(), OPEN))
                .withExternal(ExternalMigration.netRate(
                        Cube.generate(List.of(ages), at -> at[0] < 3 || at[0] > 10 ? 0 : -0.055 / 5)));
        Projection projection = CohortComponent.project(inputs, 1965);

        assertThat(projection.at(1).byAge(0, Selection.residents().of(Sex.FEMALE)))
                .containsExactly(WOMEN_1965, within(5.1e-4));
        assertThat(projection.accounts()).isLessThan(1e-8);
    }
}

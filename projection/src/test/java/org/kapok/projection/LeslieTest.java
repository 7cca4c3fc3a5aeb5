package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
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

/** The step as a Leslie matrix: the example of the R package ccmpp.tmb, and the stable population of its eigenvector. */
class LeslieTest {
    private static final AgeGroups AGES = AgeGroups.fiveYears(85);
    private static final CellSpace SPACE =
            new CellSpace(List.of(new Region("X", "")), List.of(new Status("all", true, true)), AGES);
    private static final double[] SURVIVAL = {
        .762, .878, .971, .973, .958, .948, .946, .939, .926, .905, .875, .832, .774, .697, .593, .455, .318, .210
    };
    private static final double[] ASFR = {.231, .365, .308, .258, .178, .091, .020}; // from 15-19
    private static final double OPEN = .210;

    @Test
    void project_oneOfEachAge_givesTheFirstRowOfTheMatrix() {
        double[][] matrix = matrix();

        assertThat(java.util.Arrays.copyOfRange(matrix[0], 2, 10))
                .containsExactly(
                        new double[] {.208865, .539598, .610514, .513019, .395071, .243715, .101383, .018585},
                        within(5e-7));
        for (int age = 1; age < 18; age++) {
            assertThat(matrix[age][age - 1]).isEqualTo(SURVIVAL[age]);
        }
        assertThat(matrix[17][17]).isEqualTo(OPEN);
    }

    @Test
    void project_stablePopulation_keepsItsShapeAndGrowsByTheEigenvalue() {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix()));
        int dominant = 0;
        for (int i = 1; i < 18; i++) {
            dominant = eigen.getRealEigenvalue(i) > eigen.getRealEigenvalue(dominant) ? i : dominant;
        }
        double[] stable = eigen.getEigenvector(dominant)
                .mapMultiply(1 / eigen.getEigenvector(dominant).getEntry(0))
                .toArray();
        double[] end = project(stable);

        for (int age = 0; age < 18; age++) {
            double expected = eigen.getRealEigenvalue(dominant) * stable[age];
            assertThat(end[age]).isCloseTo(expected, within(1e-9 * expected));
        }
    }

    /** Column j is what becomes of one woman in group j. */
    private static double[][] matrix() {
        double[][] matrix = new double[18][18];
        for (int from = 0; from < 18; from++) {
            double[] one = new double[18];
            one[from] = 1;
            double[] end = project(one);
            for (int to = 0; to < 18; to++) {
                matrix[to][from] = end[to];
            }
        }
        return matrix;
    }

    private static double[] project(double[] women) {
        double[] asfr = new double[18];
        System.arraycopy(ASFR, 0, asfr, 3, 7);
        Cube persons = Cube.generate(
                List.of(Axis.sexes(), Axis.ages(AGES)), at -> at[0] == Sex.FEMALE.ordinal() ? women[at[1]] : 0);
        ProjectionInputs inputs = ProjectionInputs.of(
                        Population.of(SPACE, LocalDate.of(2000, 1, 1), persons.toArray()),
                        Cube.of(List.of(Axis.ages(AGES)), SURVIVAL),
                        Cube.of(List.of(Axis.ages(AGES)), asfr),
                        Cube.of(List.of(), 1.05))
                .withConvention(Convention.WHELDON)
                .withOpenAgeSurvival(Cube.of(List.of(), OPEN));
        return CohortComponent.project(inputs, 2005)
                .at(1)
                .byAge(0, Selection.residents().of(Sex.FEMALE));
    }
}

package org.kapok.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Sex;
import org.kapok.core.Status;

/**
 * Citizens and foreigners of the canton of Aargau in 2025, reference scenario: rows of the Swiss Federal Statistical
 * Office's projection of 2025 (STAT-TAB, cantonal scenarios), and its formulas written out cell by cell.
 */
class TwoStatusTest {
    private static final AgeGroups AGES = AgeGroups.singleYears(100);
    private static final int CITIZEN = 0;
    private static final int FOREIGN = 1;
    private static final CellSpace SPACE = new CellSpace(
            List.of(new Region("AG", "")),
            List.of(new Status("citizen", true, true), new Status("foreign", true, false)),
            AGES);

    /** A cell: people at the start by the age reached, rates, arrivals, people at the end. */
    private record Row(
            int status,
            Sex sex,
            int age,
            double people,
            double qx,
            double abroad,
            double canton,
            double acquisition,
            double arrivals,
            double result) {}

    private static final List<Row> ROWS = List.of(
            new Row(CITIZEN, Sex.MALE, 1, 2481, .000398, .004434, .020556, 0, 17 + 94, 2544.999157),
            new Row(CITIZEN, Sex.MALE, 30, 2830, .000352, .005300, .051237, 0, 14 + 155, 2850.001302),
            new Row(CITIZEN, Sex.MALE, 80, 2169, .037814, .000922, .004610, 0, 3 + 7, 2086.001448),
            new Row(CITIZEN, Sex.FEMALE, 30, 2896, .000344, .004834, .056975, 0, 14 + 169, 2912.002758),
            new Row(FOREIGN, Sex.MALE, 1, 1173, .000851, .036658, .023870, .013640, 55 + 35, 1175.001436),
            new Row(FOREIGN, Sex.MALE, 30, 1754, .000551, .034208, .059863, .006842, 163 + 133, 1871.999360),
            new Row(FOREIGN, Sex.MALE, 80, 233, .030238, .008584, .004292, .004292, 0 + 1, 222.999761),
            new Row(FOREIGN, Sex.FEMALE, 1, 1127, .000881, .028394, .023957, .020408, 57 + 42, 1143.000231),
            new Row(FOREIGN, Sex.FEMALE, 30, 1614, .000602, .025403, .048947, .008055, 126 + 103, 1708.997807));

    @Test
    void project_rowsOfTheFederalOffice_givesItsResults() {
        double[][][][] tables = new double[5][2][2][101]; // people, qx, leaving, acquisition, arrivals
        for (Row row : ROWS) {
            int sex = row.sex.ordinal();
            tables[0][row.status][sex][row.age - 1] = row.people;
            tables[1][row.status][sex][row.age] = row.qx;
            tables[2][row.status][sex][row.age] = row.abroad + row.canton;
            tables[3][row.status][sex][row.age] = row.acquisition;
            tables[4][row.status][sex][row.age] = row.arrivals;
        }
        Projection projection = CohortComponent.project(inputs(tables, new double[2][101]), 2025);

        for (Row row : ROWS) {
            assertThat(projection.at(1).persons(0, row.status, row.sex, row.age))
                    .as("%s", row)
                    .isCloseTo(row.result, within(1e-6));
        }
        assertThat(projection.accounts()).isLessThan(1e-9);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void project_thirtyYears_followsTheOfficesFormulas(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] highest = {3000, 0.1, 0.1, 0.05, 200};
        double[][][][] tables = new double[5][2][2][101];
        for (int table = 0; table < tables.length; table++) {
            for (int cell = 0; cell < 404; cell++) {
                tables[table][cell / 202][cell / 101 % 2][cell % 101] = highest[table] * random.nextDouble();
            }
        }
        tables[3][CITIZEN] = new double[2][101];
        double[][] asfr = new double[2][101];
        for (int age = 16; age <= 50; age++) {
            asfr[CITIZEN][age] = 0.1 * random.nextDouble();
            asfr[FOREIGN][age] = 0.1 * random.nextDouble();
        }
        Projection projection = CohortComponent.project(inputs(tables, asfr), 2054);
        double[][][] people = tables[0];
        for (int year = 1; year <= 30; year++) {
            people = year(people, tables, asfr);
        }

        for (int cell = 0; cell < 404; cell++) {
            double expected = people[cell / 202][cell / 101 % 2][cell % 101];
            assertThat(projection.at(30).persons(0, cell / 202, Sex.values()[cell / 101 % 2], cell % 101))
                    .as("cell %d", cell)
                    .isCloseTo(expected, within(1e-9 * expected));
        }
        assertThat(projection.accounts()).isLessThan(1e-6);
    }

    /** One year by the office's formulas: deaths first, movers sharing in half of them, of infants in two thirds. */
    private static double[][][] year(double[][][] start, double[][][][] tables, double[][] asfr) {
        double[][][] end = new double[2][2][101];
        double[] born = new double[2];
        for (int age = 1; age <= 100; age++) {
            for (int sex = 0; sex < 2; sex++) {
                double[] acquired = new double[2];
                for (int status : new int[] {FOREIGN, CITIZEN}) {
                    double cohort = start[status][sex][age - 1] + (age == 100 ? start[status][sex][100] : 0);
                    double qx = tables[1][status][sex][age];
                    double out = tables[2][status][sex][age];
                    double changing = tables[3][status][sex][age];
                    double arrivals = tables[4][status][sex][age];
                    acquired[status] = cohort * changing;
                    double gained = status == CITIZEN ? acquired[FOREIGN] : 0;
                    double deaths = cohort * (qx - (out + changing) * qx / 2) + gained * qx / 2 + arrivals * qx / 2;
                    end[status][sex][age] = cohort - deaths - cohort * (out + changing) + gained + arrivals;
                    if (sex == Sex.FEMALE.ordinal()) {
                        born[status] += asfr[status][age] * (cohort + end[status][sex][age]) / 2;
                    }
                }
            }
        }
        double[] newborns = {born[CITIZEN] + 0.25 * born[FOREIGN], 0.75 * born[FOREIGN]};
        for (int sex = 0; sex < 2; sex++) {
            double share = sex == Sex.FEMALE.ordinal() ? 100.0 / 205 : 105.0 / 205;
            for (int status = 0; status < 2; status++) {
                double births = share * newborns[status];
                double qx = tables[1][status][sex][0];
                double leaving = tables[2][status][sex][0] + tables[3][status][sex][0];
                double gained = status == CITIZEN ? share * newborns[FOREIGN] * tables[3][FOREIGN][sex][0] : 0;
                double arrivals = tables[4][status][sex][0];
                double deaths = qx * (births * (1 - 2.0 / 3 * leaving) + 2.0 / 3 * arrivals);
                end[status][sex][0] = births * (1 - leaving) - deaths + arrivals + gained;
            }
        }
        return end;
    }

    private static ProjectionInputs inputs(double[][][][] tables, double[][] asfr) {
        List<Axis> cells = SPACE.axes().subList(1, 4);
        Cube[] cubes = new Cube[tables.length];
        for (int table = 0; table < tables.length; table++) {
            double[][][] numbers = tables[table];
            cubes[table] = Cube.generate(cells, at -> numbers[at[0]][at[1]][at[2]]);
        }
        Axis mother = cells.get(0);
        return ProjectionInputs.of(
                        Population.of(SPACE, LocalDate.of(2024, 12, 31), cubes[0].toArray()),
                        cubes[1].map(qx -> 1 - qx),
                        Cube.generate(List.of(mother, cells.get(2)), at -> asfr[at[0]][at[1]]),
                        Cube.of(List.of(), 1.05))
                .withConvention(Convention.FSO_TWO_STATUS)
                .withExternal(ExternalMigration.gross(cubes[4], cubes[2]))
                .withNewbornStatus(Cube.of(
                        List.of(mother, new Axis(ProjectionInputs.CHILD_STATUS, mother.labels())), 1, 0, 0.25, 0.75))
                .withTransitions(List.of(new StatusTransition(
                        "acquisition", "foreign", "citizen", cubes[3].select(Axis.STATUS, "foreign"))));
    }
}

package org.kapok.projection.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kapok.core.AgeGroups;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.core.Status;
import org.kapok.projection.CohortComponent;
import org.kapok.projection.ExternalMigration;
import org.kapok.projection.Projection;
import org.kapok.projection.ProjectionInputs;

/**
 * Calibration on simulated truth: where the process is known, intervals of people hold what comes about as often as they
 * say. What comes about is worked out by single projections of inputs scaled by hand, with shocks of another generator.
 */
class CalibrationTest {
    private static final CellSpace SPACE = new CellSpace(
            List.of(new Region("A", ""), new Region("B", "")),
            List.of(new Status("all", true, true)),
            AgeGroups.singleYears(40));
    private static final int LAST = 2032;
    private static final int STEPS = 12;
    private static final int TRUTHS = 400;
    private static final List<FactorProcess> PROCESSES = List.of(
            FactorProcess.randomWalk(0.06, 0), // fertility
            FactorProcess.aroundPath(0.9, 0.05), // mortality
            new FactorProcess(0.6, 0.2, 0, 0, 0.4), // arrivals
            FactorProcess.aroundPath(0.6, 0.1)); // departures

    private static ProjectionInputs inputs() {
        List<Axis> cells = SPACE.axes();
        Population base = Population.of(
                SPACE,
                LocalDate.of(2020, 1, 1),
                Cube.generate(cells, at -> 1000 - 10 * at[3]).toArray());
        Cube survival = Cube.generate(List.of(cells.get(3)), at -> at[0] == 40 ? 0.9 : 0.995);
        Cube asfr = Cube.generate(List.of(cells.get(3)), at -> at[0] >= 15 && at[0] < 35 ? 0.08 : 0);
        return ProjectionInputs.of(base, survival, asfr, Cube.of(List.of(), 1.05))
                .withExternal(new ExternalMigration(
                        Cube.generate(List.of(cells.get(3)), at -> at[0] >= 18 && at[0] < 30 ? 30 : 1),
                        Cube.of(List.of(), 0),
                        Cube.of(List.of(), 0),
                        Cube.of(List.of(), 0.02)));
    }

    private static List<Count> counts() {
        return List.of(
                Count.people("", Selection.residents()),
                Count.people("A", Selection.residents().aged(0, 5)),
                Count.people("", Selection.residents().aged(35, Selection.OPEN)),
                new Count(Count.Kind.BIRTHS, "", Selection.residents()));
    }

    /** A future by the same process, its recursion written out here. */
    private static Futures truth(long seed) {
        return (draw, factors) -> {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < factors.length; i++) {
                FactorProcess process = PROCESSES.get(i);
                double x = 0;
                double before = 0;
                for (int step = 0; step < factors[i].length; step++) {
                    double shock = random.nextGaussian();
                    x = process.phi() * x + process.sd() * (shock + process.theta() * before);
                    before = shock;
                    factors[i][step] = Math.exp(x);
                }
            }
        };
    }

    private static double valueOf(Count count, Projection projection) {
        return count.kind() == Count.Kind.BIRTHS
                ? projection.births(LAST - 1, count.people(), count.area())
                : projection.at(STEPS).total(count.people(), count.area());
    }

    @ParameterizedTest
    @EnumSource(Sampling.class)
    void intervals_ofPeople_holdSimulatedTruthsAsOftenAsTheySay(Sampling sampling) {
        Processes processes = Processes.independent(PROCESSES, 17).sampled(sampling, STEPS);
        Values values = Ensemble.of(inputs(), LAST, counts()).run(processes, 2000, 1);
        List<Quantiles> told = IntStream.range(0, counts().size())
                .mapToObj(i -> Quantiles.of(values.draws(i, STEPS - 1)))
                .toList();
        int[] inside = new int[counts().size()];
        int[] below = new int[counts().size()];

        for (int truth = 0; truth < TRUTHS; truth++) {
            Projection one = CohortComponent.project(ScaledInputs.of(inputs(), LAST, truth(truth), 0), LAST);
            for (int i = 0; i < inside.length; i++) {
                Quantiles quantiles = told.get(i);
                double value = valueOf(counts().get(i), one);
                inside[i] += value >= quantiles.at(0.1) && value <= quantiles.at(0.9) ? 1 : 0;
                below[i] += value < quantiles.at(0.5) ? 1 : 0;
            }
        }

        for (int i = 0; i < inside.length; i++) {
            // three standard errors: of the truths 0.02, of 2000 draws' ends 0.009 together
            assertThat((double) inside[i] / TRUTHS)
                    .as(counts().get(i).toString())
                    .isCloseTo(0.8, within(0.066));
            assertThat((double) below[i] / TRUTHS)
                    .as(counts().get(i).toString())
                    .isCloseTo(0.5, within(0.082));
        }
    }
}

package org.kapok.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.projection.internal.StepFlows;

/**
 * The cohort-component method: people age, some die, women give birth, people move and change status, step by step.
 *
 * @see "Preston, Heuveline and Guillot (2001), Demography: Measuring and Modeling Population Processes, ch. 6"
 */
public final class CohortComponent {
    private CohortComponent() {}

    /**
     * Projects the base population until its reference date in the last year.
     *
     * @param inputs the base population and the assumptions; a table with years must have every year of flows
     * @param lastYear the year of the last population, a whole number of steps after the base
     */
    public static Projection project(ProjectionInputs inputs, int lastYear) {
        Population base = inputs.base();
        CellSpace space = base.space();
        int width = space.ages().uniformWidth();
        int span = lastYear - base.date().getYear();
        if (span < width || span % width != 0) {
            throw new IllegalArgumentException("CohortComponent.lastYear: got " + lastYear + ", expected "
                    + (base.date().getYear() + width) + " or a later year in steps of " + width);
        }
        requireOpenAge(inputs);
        List<LocalDate> dates = new ArrayList<>();
        for (int year = 0; year <= span; year += width) {
            dates.add(base.date().plusYears(year));
        }
        double[][] stocks = new double[dates.size()][];
        stocks[0] = new double[space.size()];
        base.copyTo(stocks[0]);
        return run(inputs, dates, stocks, new ArrayList<>());
    }

    /**
     * Projects again with inputs that differ in the flows of some year and later only; what comes before is taken over.
     *
     * @param earlier a projection from inputs that are the same before that year
     * @param inputs the changed inputs, with the same base population
     * @param fromYear the first year of flows that may differ
     */
    public static Projection resume(Projection earlier, ProjectionInputs inputs, int fromYear) {
        int first = earlier.flowYears().indexOf(earlier.flowYear(fromYear));
        double[][] stocks = new double[earlier.dates().size()][];
        for (int date = 0; date <= first; date++) {
            stocks[date] = earlier.stock(date);
        }
        return run(inputs, earlier.dates(), stocks, new ArrayList<>(earlier.flowsBefore(first)));
    }

    /** Runs the steps that have no flows yet. */
    private static Projection run(
            ProjectionInputs inputs, List<LocalDate> dates, double[][] stocks, List<StepFlows> flows) {
        Axis flowYears = flowYears(dates);
        ProjectionLoop loop = new ProjectionLoop(inputs, flowYears);
        for (int step = flows.size(); step < flowYears.size(); step++) {
            stocks[step + 1] = new double[stocks[0].length];
            flows.add(loop.newFlows());
            loop.step(step, stocks[step], stocks[step + 1], flows.get(step));
            requirePersons(inputs, dates.get(step + 1), stocks[step + 1]);
        }
        return new Projection(inputs, dates, flowYears, stocks, flows);
    }

    /**
     * The years of flows from the base date to the last year: a step is named for the calendar year that holds its
     * first year's middle, so the year from 1 November 2020 is 2021 and the year from 1 January 2024 is 2024.
     *
     * @param base the reference date of the base population
     * @param lastYear the year of the last population
     * @param width years in a step
     */
    public static Axis flowYears(LocalDate base, int lastYear, int width) {
        List<LocalDate> dates = new ArrayList<>();
        for (int year = 0; base.getYear() + year <= lastYear; year += width) {
            dates.add(base.plusYears(year));
        }
        return flowYears(dates);
    }

    private static Axis flowYears(List<LocalDate> dates) {
        return new Axis(
                Axis.YEAR,
                dates.subList(0, dates.size() - 1).stream()
                        .map(date -> Integer.toString(date.plusDays(182).getYear()))
                        .toList());
    }

    private static void requireOpenAge(ProjectionInputs inputs) {
        boolean apart = inputs.convention().openAge() == Convention.OpenAge.APART;
        if (apart != inputs.openAgeSurvival().isPresent()) {
            throw new IllegalArgumentException("ProjectionInputs.openAgeSurvival: got "
                    + (apart ? "none, expected one" : "one, expected none") + " under convention "
                    + inputs.convention().id());
        }
    }

    private static void requirePersons(ProjectionInputs inputs, LocalDate date, double[] persons) {
        for (int cell = 0; cell < persons.length; cell++) {
            if (!(persons[cell] >= 0)) {
                String where = Cube.of(inputs.base().space().axes(), persons).describe(cell);
                throw new IllegalArgumentException("Projection " + date.getYear() + ", " + where + ": got "
                        + persons[cell] + " persons, expected 0 or more; under convention "
                        + inputs.convention().id() + " more people leave there than live there");
            }
        }
    }
}

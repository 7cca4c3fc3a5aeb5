package org.kapok.projection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Sex;
import org.kapok.projection.internal.StepFlows;

/**
 * A projection: the population at each reference date and every flow between them.
 *
 * <p>A population is named by the year of its date, a step by the calendar year that it mostly lies in, see {@link
 * CohortComponent#flowYears}. Accounts close for every cell, see {@link #accounts}.
 */
public final class Projection {
    private final ProjectionInputs inputs;
    private final List<LocalDate> dates;
    private final Axis flowYears;
    private final double[][] stocks; // [date][cell]
    private final List<StepFlows> flows; // a step each

    Projection(
            ProjectionInputs inputs, List<LocalDate> dates, Axis flowYears, double[][] stocks, List<StepFlows> flows) {
        this.inputs = inputs;
        this.dates = List.copyOf(dates);
        this.flowYears = flowYears;
        this.stocks = stocks;
        this.flows = List.copyOf(flows);
    }

    /** What the projection was made from, its convention included. */
    public ProjectionInputs inputs() {
        return inputs;
    }

    /** The cells. */
    public CellSpace space() {
        return inputs.base().space();
    }

    /** The reference dates, the base date first. */
    public List<LocalDate> dates() {
        return dates;
    }

    /** The years of the steps, one fewer than dates. */
    public Axis flowYears() {
        return flowYears;
    }

    /** The population at the reference date with this position. */
    public Population at(int date) {
        return Population.of(space(), dates.get(date), stocks[date]);
    }

    /** The persons at a date, which nobody may change. */
    double[] stock(int date) {
        return stocks[date];
    }

    /** The flows of the steps before one. */
    List<StepFlows> flowsBefore(int step) {
        return flows.subList(0, step);
    }

    /** The population at the reference date of a year. */
    public Population in(int year) {
        for (int date = 0; date < dates.size(); date++) {
            if (dates.get(date).getYear() == year) {
                return at(date);
            }
        }
        throw new IllegalArgumentException("Projection: got year " + year + ", expected a year of " + dates);
    }

    /**
     * The population at any date from the first reference date to the last; between reference dates each cell changes
     * evenly by the day.
     */
    public Population on(LocalDate when) {
        int date = before(when);
        return at(date).towards(at(date + 1), when);
    }

    /** The last reference date but one that is not after a date. */
    private int before(LocalDate when) {
        for (int date = 0; date + 1 < dates.size(); date++) {
            if (!when.isBefore(dates.get(date)) && !when.isAfter(dates.get(date + 1))) {
                return date;
            }
        }
        throw new IllegalArgumentException("Projection: got date " + when + ", expected one from " + dates.get(0)
                + " to " + dates.get(dates.size() - 1));
    }

    /** The selected people of an area at any date, as {@link #on} has them. */
    public double people(LocalDate when, Selection people, String area) {
        int date = before(when);
        double start = sum(stocks[date], people, area);
        if (when.equals(dates.get(date))) {
            return start;
        }
        double days = ChronoUnit.DAYS.between(dates.get(date), dates.get(date + 1));
        double gone = ChronoUnit.DAYS.between(dates.get(date), when);
        return start + gone / days * (sum(stocks[date + 1], people, area) - start);
    }

    /** The populations at all reference dates by year, region, status, sex and age. */
    public Cube populations() {
        int cells = space().size();
        double[] persons = new double[stocks.length * cells];
        for (int date = 0; date < stocks.length; date++) {
            System.arraycopy(stocks[date], 0, persons, date * cells, cells);
        }
        List<Axis> axes = new ArrayList<>(space().axes());
        axes.add(
                0,
                new Axis(
                        Axis.YEAR,
                        dates.stream()
                                .map(date -> Integer.toString(date.getYear()))
                                .toList()));
        return Cube.of(axes, persons);
    }

    /** Births by year, region, status at birth and sex. */
    public Cube births() {
        List<Axis> cells = space().axes();
        return stack(cells.subList(0, 3), flow -> flow.births);
    }

    /** Births of both sexes by year, region, mother's status and mother's age. */
    public Cube birthsByMother() {
        List<Axis> cells = space().axes();
        return stack(List.of(cells.get(0), cells.get(1), cells.get(3)), flow -> flow.birthsByMother);
    }

    /** Flows of one kind by year, region, status, sex and age reached at the end of the step. */
    public Cube flows(Flow flow) {
        return stack(space().axes(), flows -> flow.cells.apply(Step.whole(flows, inputs.transitions(), space())));
    }

    /** People who made one of the {@link ProjectionInputs#transitions}, by year, region, sex and age. */
    public Cube transitions(String id) {
        int index = position(id);
        return stack(space().axes(), flows -> flows.transitions[index])
                .select(Axis.STATUS, inputs.transitions().get(index).from());
    }

    /**
     * The label of the step that a calendar year of flows lies in.
     *
     * @param year such as 2025; a step of several years is that of all its years
     */
    public String flowYear(int year) {
        return flowYears.labels().get(step(year));
    }

    /** Births per year into the selected statuses and sexes of an area, in a year of flows. */
    public double births(int year, Selection people, String area) {
        double[] births = flows.get(step(year)).births;
        double sum = 0;
        for (int region : space().regionsIn(area)) {
            for (int profile : profiles(region, people)) {
                sum += births[profile / space().ages().count()];
            }
        }
        return sum / space().ages().uniformWidth();
    }

    /** Persons per year in a flow of the selected people of an area, in a year of flows. */
    public double total(Flow flow, int year, Selection people, String area) {
        int[] regions = space().regionsIn(area);
        int first = regions[0]; // others of the place are left out, so that the cost is that of the area
        Step own =
                new Step(flows.get(step(year)), inputs.transitions(), space(), first, regions[regions.length - 1] + 1);
        return sum(flow.cells.apply(own), own.cellsBefore(), people, regions)
                / space().ages().uniformWidth();
    }

    /** People per year of an area who made one of the {@link ProjectionInputs#transitions}, in a year of flows. */
    public double transitions(String id, int year, String area) {
        Selection people =
                Selection.status(inputs.transitions().get(position(id)).from());
        double[] changed = flows.get(step(year)).transitions[position(id)];
        return sum(changed, people, area) / space().ages().uniformWidth();
    }

    private double sum(double[] cells, Selection people, String area) {
        return sum(cells, 0, people, space().regionsIn(area));
    }

    /** The sum over some regions of cells of which so many before the first are left out. */
    private double sum(double[] cells, int before, Selection people, int[] regions) {
        int[] band = people.groupsOf(space().ages());
        double sum = 0;
        for (int region : regions) {
            for (int profile : profiles(region, people)) {
                for (int age = band[0]; age <= band[1]; age++) {
                    sum += cells[profile - before + age];
                }
            }
        }
        return sum;
    }

    /** The first cells of the profiles of selected people in a region. */
    private int[] profiles(int region, Selection people) {
        return IntStream.range(0, space().statuses().size())
                .filter(status -> people.statuses().test(space().statuses().get(status)))
                .flatMap(status -> people.sexes().stream().mapToInt(sex -> space().profile(region, status, sex)))
                .toArray();
    }

    private int step(int year) {
        int width = space().ages().uniformWidth();
        for (int step = 0; step < flowYears.size(); step++) {
            int first = Integer.parseInt(flowYears.labels().get(step));
            if (year >= first && year < first + width) {
                return step;
            }
        }
        throw new IllegalArgumentException(
                "Projection: got flows of " + year + ", expected a year of " + flowYears.labels());
    }

    private int position(String transition) {
        List<StatusTransition> all = inputs.transitions();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(transition))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Projection: got transition " + transition));
    }

    /**
     * Departures that were asked for where there were not as many people; a departure that could not be made was left
     * out. In the order of years and cells.
     */
    public List<Withheld> withheld() {
        List<Withheld> withheld = new ArrayList<>();
        Cube cells = at(0).toCube();
        for (int step = 0; step < flows.size(); step++) {
            for (int cell = 0; cell < flows.get(step).withheld.length; cell++) {
                double persons = flows.get(step).withheld[cell];
                if (persons > 0) {
                    withheld.add(new Withheld(flowYears.labels().get(step), cells.describe(cell), persons));
                }
            }
        }
        return withheld;
    }

    /**
     * Departures that could not be made.
     *
     * @param year the year of flows
     * @param cell the labels of the cell, such as {@code region A, status all, sex female, age 30}
     * @param persons how many, above 0
     */
    public record Withheld(String year, String cell, double persons) {}

    /** One kind of number of every step, the years as first axis. */
    private Cube stack(List<Axis> axes, Function<StepFlows, double[]> kind) {
        List<Axis> all = new ArrayList<>(axes);
        all.add(0, flowYears);
        int run = axes.stream().mapToInt(Axis::size).reduce(1, (a, b) -> a * b);
        double[] values = new double[flows.size() * run];
        for (int step = 0; step < flows.size(); step++) {
            System.arraycopy(kind.apply(flows.get(step)), 0, values, step * run, run);
        }
        return Cube.of(all, values);
    }

    /**
     * The largest imbalance of the accounts: for every cell, people at the start one age group younger, plus births,
     * less deaths, plus and less each flow, against people at the end.
     *
     * @return persons, 0 but for rounding in the last digits
     */
    public double accounts() {
        int ages = space().ages().count();
        double largest = 0;
        for (int step = 0; step < flows.size(); step++) {
            StepFlows flow = flows.get(step);
            double[] statusIn = cellsOf(Flow.STATUS_IN, step);
            double[] statusOut = cellsOf(Flow.STATUS_OUT, step);
            for (int cell = 0; cell < stocks[step].length; cell++) {
                int age = cell % ages;
                double expected = age == 0 ? flow.births[cell / ages] : stocks[step][cell - 1];
                expected += age == ages - 1 ? stocks[step][cell] : 0;
                expected += externalNet(flow, cell) - flow.deaths[cell];
                expected += flow.movesIn[cell] - flow.movesOut[cell] + statusIn[cell] - statusOut[cell];
                largest = Math.max(largest, Math.abs(stocks[step + 1][cell] - expected));
            }
        }
        return largest;
    }

    /** External net migration that ends in a cell; what joined at the start of the step has aged since. */
    private double externalNet(StepFlows flow, int cell) {
        double own = flow.arrivals[cell] - flow.departures[cell];
        if (inputs.convention().migration() != Convention.Migration.EVEN) {
            return own;
        }
        int ages = space().ages().count();
        double younger = cell % ages == 0 ? 0 : flow.arrivals[cell - 1] - flow.departures[cell - 1];
        return 0.5 * (own + younger + (cell % ages == ages - 1 ? own : 0));
    }

    private double[] cellsOf(Flow flow, int step) {
        return flow.cells.apply(Step.whole(flows.get(step), inputs.transitions(), space()));
    }

    /** The kinds of flow that every cell has; births are apart, as they have no age. */
    public enum Flow {
        DEATHS(step -> step.cells(step.flows.deaths)),
        ARRIVALS(step -> step.cells(step.flows.arrivals)),
        DEPARTURES(step -> step.cells(step.flows.departures)),
        MOVES_IN(step -> step.cells(step.flows.movesIn)),
        MOVES_OUT(step -> step.cells(step.flows.movesOut)),
        STATUS_IN(step -> step.changes(StatusTransition::to)),
        STATUS_OUT(step -> step.changes(StatusTransition::from));

        private final Function<Step, double[]> cells;

        Flow(Function<Step, double[]> cells) {
            this.cells = cells;
        }
    }

    /** A step in the regions from a first one up to another. */
    private record Step(
            StepFlows flows, List<StatusTransition> transitions, CellSpace space, int firstRegion, int endRegion) {
        static Step whole(StepFlows flows, List<StatusTransition> transitions, CellSpace space) {
            return new Step(flows, transitions, space, 0, space.regions().size());
        }

        int cellsBefore() {
            return firstRegion * cellsOfRegion();
        }

        private int cellsOfRegion() {
            return space.size() / space.regions().size();
        }

        double[] cells(double[] all) {
            int end = endRegion * cellsOfRegion();
            return cellsBefore() == 0 && end == all.length ? all : Arrays.copyOfRange(all, cellsBefore(), end);
        }

        /** Changes of status summed at the status left or entered. */
        double[] changes(Function<StatusTransition, String> end) {
            double[] sums = new double[(endRegion - firstRegion) * cellsOfRegion()];
            int run = Sex.values().length * space.ages().count();
            for (int i = 0; i < transitions.size(); i++) {
                int from = space.statusIndex(transitions.get(i).from());
                int to = space.statusIndex(end.apply(transitions.get(i)));
                for (int region = firstRegion; region < endRegion; region++) {
                    int at = (region * space.statuses().size() + from) * run;
                    int sum = at + (to - from) * run - cellsBefore();
                    for (int cell = 0; cell < run; cell++) {
                        sums[sum + cell] += flows.transitions[i][at + cell];
                    }
                }
            }
            return sums;
        }
    }
}

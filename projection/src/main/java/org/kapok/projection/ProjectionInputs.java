package org.kapok.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kapok.core.Axis;
import org.kapok.core.CellSpace;
import org.kapok.core.Cube;
import org.kapok.core.Population;

/**
 * Everything a projection starts from. Each table names only the axes it varies by, of year, region, status, sex and
 * age; it is repeated along the others.
 */
public final class ProjectionInputs {
    /** The axis of the status a child is born into, in the table of newborn statuses. */
    public static final String CHILD_STATUS = "child_status";

    private final Population base;
    private final Convention convention;
    private final Cube survival;
    private final Cube asfr;
    private final Cube srb;
    private final Cube newbornStatus;
    private final ExternalMigration external; // null: a closed population
    private final InternalMigration internal; // null: nobody moves between regions
    private final List<StatusTransition> transitions;

    private ProjectionInputs(Parts parts) {
        this.base = parts.base;
        this.convention = parts.convention;
        this.survival = parts.survival;
        this.asfr = parts.asfr;
        this.srb = parts.srb;
        this.newbornStatus = parts.newbornStatus;
        this.external = parts.external;
        this.internal = parts.internal;
        this.transitions = parts.transitions;
    }

    /**
     * The inputs of a closed population whose children are born into their mothers' status.
     *
     * @param base the population to start from, in age groups of equal width; the width is the length of a step
     * @param survival survival ratios by the age group survived into, 0 to 1; the first from birth, the open one
     *     applying to the last two groups together
     * @param asfr births per woman per year, 0 or more
     * @param srb males born per female born, above 0; varies by year, region and status at most
     */
    public static ProjectionInputs of(Population base, Cube survival, Cube asfr, Cube srb) {
        CellSpace space = base.space();
        if (space.ages().uniformWidth() == 0) {
            throw new IllegalArgumentException("ProjectionInputs.base: got age groups "
                    + space.ages().starts() + ", expected groups of equal width");
        }
        Parts parts = new Parts();
        parts.base = base;
        parts.convention = Convention.UN_WPP_2024;
        parts.survival = checked("survival", survival, 0, 1);
        parts.asfr = checked("asfr", asfr, 0, Double.MAX_VALUE);
        parts.srb = checked("srb", srb, Double.MIN_VALUE, Double.MAX_VALUE);
        parts.newbornStatus = ownStatus(space);
        parts.transitions = List.of();
        return new ProjectionInputs(parts);
    }

    /** The same inputs under another convention. */
    public ProjectionInputs withConvention(Convention convention) {
        Parts parts = new Parts(this);
        parts.convention = Objects.requireNonNull(convention, "convention");
        return new ProjectionInputs(parts);
    }

    /** The same inputs with another survival, see {@link #of}. */
    public ProjectionInputs withSurvival(Cube survival) {
        Parts parts = new Parts(this);
        parts.survival = checked("survival", survival, 0, 1);
        return new ProjectionInputs(parts);
    }

    /** The same inputs with another fertility, see {@link #of}. */
    public ProjectionInputs withAsfr(Cube asfr) {
        Parts parts = new Parts(this);
        parts.asfr = checked("asfr", asfr, 0, Double.MAX_VALUE);
        return new ProjectionInputs(parts);
    }

    /**
     * The same inputs with children born into given statuses.
     *
     * @param newbornStatus shares over the axes status (of the mother) and {@link #CHILD_STATUS}, adding up to 1 for
     *     each mother's status
     */
    public ProjectionInputs withNewbornStatus(Cube newbornStatus) {
        Parts parts = new Parts(this);
        parts.newbornStatus = checked("newbornStatus", newbornStatus, 0, 1).along(newbornAxes(base.space()));
        requireOnes("newbornStatus", parts.newbornStatus, CHILD_STATUS);
        return new ProjectionInputs(parts);
    }

    /** The same inputs with movement across the outer border. */
    public ProjectionInputs withExternal(ExternalMigration external) {
        Parts parts = new Parts(this);
        checked("external.arrivals", external.arrivals(), 0, Double.MAX_VALUE);
        checked("external.departures", external.departures(), 0, Double.MAX_VALUE);
        checked("external.departureRate", external.departureRate(), 0, most());
        parts.external = external;
        return new ProjectionInputs(parts);
    }

    /** The same inputs with movement between regions. */
    public ProjectionInputs withInternal(InternalMigration internal) {
        Parts parts = new Parts(this);
        checked("internal.outRate", internal.outRate(), 0, most());
        requireOnes(
                "internal.destinationShare",
                checked("internal.destinationShare", internal.destinationShare(), 0, 1),
                Axis.REGION);
        parts.internal = internal;
        return new ProjectionInputs(parts);
    }

    /** The same inputs with these changes of status; those that leave one status may not add up to more than all. */
    public ProjectionInputs withTransitions(List<StatusTransition> transitions) {
        Parts parts = new Parts(this);
        parts.transitions = List.copyOf(transitions);
        Set<String> seen = new HashSet<>();
        for (StatusTransition transition : transitions) {
            checked("transition " + transition.id(), transition.rate(), 0, 1);
            base.space().statusIndex(transition.from());
            base.space().statusIndex(transition.to());
            if (!seen.add(transition.id())) {
                throw new IllegalArgumentException("transitions: got " + transition.id() + " twice");
            }
        }
        transitions.forEach(transition -> requireEnoughPeople(transition.from(), transitions));
        return new ProjectionInputs(parts);
    }

    /** The population to start from. */
    public Population base() {
        return base;
    }

    /** How a step treats time. */
    public Convention convention() {
        return convention;
    }

    /** Survival ratios per step. */
    public Cube survival() {
        return survival;
    }

    /** Births per woman per year. */
    public Cube asfr() {
        return asfr;
    }

    /** Males born per female born. */
    public Cube srb() {
        return srb;
    }

    /** Shares of children by mother's status and status at birth. */
    public Cube newbornStatus() {
        return newbornStatus;
    }

    /** Movement across the outer border; empty for a closed population. */
    public Optional<ExternalMigration> external() {
        return Optional.ofNullable(external);
    }

    /** Movement between regions; empty where nobody moves. */
    public Optional<InternalMigration> internal() {
        return Optional.ofNullable(internal);
    }

    /** Changes of status. */
    public List<StatusTransition> transitions() {
        return transitions;
    }

    /** The highest rate per year at which no more people leave in a step than there are. */
    private double most() {
        return 1.0 / base.space().ages().uniformWidth();
    }

    /** Nobody can leave a status twice in a step, so rates that act on the same people add up to 1 at most. */
    private void requireEnoughPeople(String from, List<StatusTransition> transitions) {
        double sum = 0;
        List<String> ids = new ArrayList<>();
        for (StatusTransition transition : transitions) {
            if (transition.from().equals(from)) {
                sum += largest(transition.rate());
                ids.add(transition.id());
            }
        }
        if (sum > most()) {
            throw new IllegalArgumentException("ProjectionInputs.transitions " + ids + ": got rates that may add up to "
                    + sum + " per person of status " + from + " per year, expected " + most() + " at most");
        }
    }

    private static double largest(Cube cube) {
        double largest = 0;
        for (double value : cube.toArray()) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static Cube checked(String name, Cube cube, double low, double high) {
        double[] values = cube.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(values[cell] >= low && values[cell] <= high)) {
                throw new IllegalArgumentException("ProjectionInputs." + at(name, cube, cell) + ": got "
                        + values[cell] + ", expected a finite value of " + low
                        + (high == Double.MAX_VALUE ? " or more" : " to " + high));
            }
        }
        return cube;
    }

    private static String at(String name, Cube cube, int cell) {
        return cube.axes().isEmpty() ? name : name + ", " + cube.describe(cell);
    }

    private static void requireOnes(String name, Cube shares, String axis) {
        Cube sums = shares.sumOver(axis);
        double[] values = sums.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(Math.abs(values[cell] - 1) <= 1e-9)) {
                throw new IllegalArgumentException("ProjectionInputs." + at(name, sums, cell)
                        + ": got shares adding up to " + values[cell] + ", expected 1");
            }
        }
    }

    private static List<Axis> newbornAxes(CellSpace space) {
        Axis mother = Axis.statuses(space.statuses());
        return List.of(mother, new Axis(CHILD_STATUS, mother.labels()));
    }

    private static Cube ownStatus(CellSpace space) {
        return Cube.generate(newbornAxes(space), index -> index[0] == index[1] ? 1 : 0);
    }

    private static final class Parts {
        private Population base;
        private Convention convention;
        private Cube survival;
        private Cube asfr;
        private Cube srb;
        private Cube newbornStatus;
        private ExternalMigration external;
        private InternalMigration internal;
        private List<StatusTransition> transitions = new ArrayList<>();

        private Parts() {}

        private Parts(ProjectionInputs inputs) {
            base = inputs.base;
            convention = inputs.convention;
            survival = inputs.survival;
            asfr = inputs.asfr;
            srb = inputs.srb;
            newbornStatus = inputs.newbornStatus;
            external = inputs.external;
            internal = inputs.internal;
            transitions = inputs.transitions;
        }
    }
}

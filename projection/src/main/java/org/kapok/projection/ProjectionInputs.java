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
    private final Cube openAgeSurvival; // null: the last ratio of survival
    private final Cube births; // null: those of the rates
    private final Cube ruralShare; // null: not told
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
        this.openAgeSurvival = parts.openAgeSurvival;
        this.births = parts.births;
        this.ruralShare = parts.ruralShare;
        this.transitions = parts.transitions;
    }

    /**
     * The inputs of a closed population whose children are born into their mothers' status.
     *
     * @param base the population to start from, in age groups of equal width; the width is the length of a step
     * @param survival survival ratios by the age group survived into, 0 to 1; the first from birth, the open one
     *     applying to the last two groups together
     * @param asfr births per woman per year, 0 or more; 0 in the first age group
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
        parts.survival = InputChecks.within("survival", survival, 0, 1);
        parts.asfr = InputChecks.asfr(asfr);
        parts.srb = InputChecks.within("srb", srb, Double.MIN_VALUE, Double.MAX_VALUE);
        parts.newbornStatus = ownStatus(space);
        parts.transitions = List.of();
        return new ProjectionInputs(parts);
    }

    /** The same inputs from another population of the same cells, such as one further on. */
    public ProjectionInputs withBase(Population base) {
        if (!base.space().equals(this.base.space())) {
            throw new IllegalArgumentException(
                    "ProjectionInputs.base: got other regions, statuses or ages, expected the same cells");
        }
        Parts parts = new Parts(this);
        parts.base = base;
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
        parts.survival = InputChecks.within("survival", survival, 0, 1);
        return new ProjectionInputs(parts);
    }

    /** The same inputs with another fertility, see {@link #of}. */
    public ProjectionInputs withAsfr(Cube asfr) {
        Parts parts = new Parts(this);
        parts.asfr = InputChecks.asfr(asfr);
        return new ProjectionInputs(parts);
    }

    /**
     * The same inputs with children born into given statuses.
     *
     * @param newbornStatus shares over the axes status (of the mother) and {@link #CHILD_STATUS}, and by year at most,
     *     adding up to 1 for each mother's status
     */
    public ProjectionInputs withNewbornStatus(Cube newbornStatus) {
        Parts parts = new Parts(this);
        List<Axis> axes = new ArrayList<>(newbornAxes(base.space()));
        if (newbornStatus.has(Axis.YEAR)) {
            axes.add(0, newbornStatus.axis(Axis.YEAR));
        }
        parts.newbornStatus =
                InputChecks.within("newbornStatus", newbornStatus, 0, 1).along(axes);
        InputChecks.requireOnes("newbornStatus", parts.newbornStatus, CHILD_STATUS);
        return new ProjectionInputs(parts);
    }

    /** The same inputs with movement across the outer border. */
    public ProjectionInputs withExternal(ExternalMigration external) {
        Parts parts = new Parts(this);
        InputChecks.within("external.arrivals", external.arrivals(), 0, Double.MAX_VALUE);
        InputChecks.within("external.arrivalRate", external.arrivalRate(), 0, Double.MAX_VALUE);
        InputChecks.within("external.departures", external.departures(), 0, Double.MAX_VALUE);
        InputChecks.within("external.departureRate", external.departureRate(), 0, most());
        parts.external = external;
        return new ProjectionInputs(parts);
    }

    /** The same inputs with movement between regions. */
    public ProjectionInputs withInternal(InternalMigration internal) {
        Parts parts = new Parts(this);
        InputChecks.within("internal.outRate", internal.outRate(), 0, most());
        InputChecks.destinations(internal, base.space());
        parts.internal = internal;
        return new ProjectionInputs(parts);
    }

    /**
     * The same inputs with survival of the open age in two: the last of {@link #survival} applies to those who enter it
     * in the step, this to those already in it. For conventions of {@link Convention.OpenAge#APART} only.
     *
     * @param incumbents 0 to 1, by year, region, status and sex at most
     */
    public ProjectionInputs withOpenAgeSurvival(Cube incumbents) {
        Parts parts = new Parts(this);
        parts.openAgeSurvival = InputChecks.within("openAgeSurvival", incumbents, 0, 1);
        return new ProjectionInputs(parts);
    }

    /**
     * The same inputs with births given as counts, such as those registered already; the fertility rates then say how
     * they are shared among mothers' ages.
     *
     * @param births births of both sexes per year, 0 or more; by region and status where there are several, and by year
     */
    public ProjectionInputs withBirths(Cube births) {
        Parts parts = new Parts(this);
        parts.births = InputChecks.within("births", births, 0, Double.MAX_VALUE);
        for (Axis axis : base.space().axes().subList(0, 2)) {
            if (axis.size() > 1 && !births.has(axis.name())) {
                throw new IllegalArgumentException("ProjectionInputs.births: got no axis " + axis.name()
                        + ", expected it, or births would be counted " + axis.size() + " times");
            }
        }
        return new ProjectionInputs(parts);
    }

    /**
     * The same inputs with the share of people who live in rural areas. It moves nobody; it tells urban residents.
     *
     * @param ruralShare 0 to 1, by the year of populations, region and status at most
     */
    public ProjectionInputs withRuralShare(Cube ruralShare) {
        Parts parts = new Parts(this);
        parts.ruralShare = InputChecks.within("ruralShare", ruralShare, 0, 1);
        return new ProjectionInputs(parts);
    }

    /** The same inputs with these changes of status; those that leave one status may not add up to more than all. */
    public ProjectionInputs withTransitions(List<StatusTransition> transitions) {
        Parts parts = new Parts(this);
        parts.transitions = List.copyOf(transitions);
        Set<String> seen = new HashSet<>();
        for (StatusTransition transition : transitions) {
            InputChecks.within("transition " + transition.id(), transition.rate(), 0, 1);
            transition.quota().ifPresent(quota -> InputChecks.quota(transition.id(), quota, base.space()));
            base.space().statusIndex(transition.from());
            base.space().statusIndex(transition.to());
            if (!seen.add(transition.id())) {
                throw new IllegalArgumentException("transitions: got " + transition.id() + " twice");
            }
        }
        transitions.forEach(transition -> InputChecks.requireEnoughPeople(transition.from(), transitions, most()));
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

    /** Shares of children by mother's status and status at birth, and by year where they change. */
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

    /** Survival of those already in the open age group, where it is apart. */
    public Optional<Cube> openAgeSurvival() {
        return Optional.ofNullable(openAgeSurvival);
    }

    /** Births given as counts, where they do not follow from the rates. */
    public Optional<Cube> births() {
        return Optional.ofNullable(births);
    }

    /** Shares of people in rural areas, where they are known. */
    public Optional<Cube> ruralShare() {
        return Optional.ofNullable(ruralShare);
    }

    /** Changes of status. */
    public List<StatusTransition> transitions() {
        return transitions;
    }

    /** The highest rate per year at which no more people leave in a step than there are. */
    private double most() {
        return 1.0 / base.space().ages().uniformWidth();
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
        private Cube openAgeSurvival;
        private Cube births;
        private Cube ruralShare;
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
            openAgeSurvival = inputs.openAgeSurvival;
            births = inputs.births;
            ruralShare = inputs.ruralShare;
            transitions = inputs.transitions;
        }
    }
}

package org.kapok.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * What a population changes by and can be scaled by a factor: births, deaths, one direction of migration, one change of
 * status.
 *
 * @param kind which of them
 * @param transition the id of the {@link StatusTransition}; empty for all other kinds
 */
public record Component(Kind kind, String transition) {
    private static final String TRANSITION = "transition:";

    /** The kinds of component, and what a factor multiplies. */
    public enum Kind {
        /** Births per woman, or the births given. */
        FERTILITY,
        /** The hazard of death: survival ratios are raised to the power of the factor. */
        MORTALITY,
        /** Arrivals across the border, counts and rates. */
        ARRIVALS,
        /** Departures across the border, counts and rates. */
        DEPARTURES,
        /** Moves out of a region to another, by rate. */
        MOVES,
        /** A change of status, by rate. */
        TRANSITION,
        /** The share of people who live in rural areas. */
        RURAL_SHARE
    }

    public Component {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(transition, "transition");
        if ((kind == Kind.TRANSITION) == transition.isEmpty()) {
            throw new IllegalArgumentException("Component.transition: got \"" + transition + "\" with " + kind
                    + ", expected an id with TRANSITION alone");
        }
    }

    /** Everything that the inputs have and a factor can change, births and deaths first. */
    public static List<Component> of(ProjectionInputs inputs) {
        return of(
                inputs.external().isPresent(),
                inputs.internal().isPresent(),
                inputs.transitions().stream().map(StatusTransition::id).toList(),
                inputs.ruralShare().isPresent());
    }

    /** The components of inputs with or without migration, these changes of status, with or without rural shares. */
    public static List<Component> of(boolean external, boolean internal, List<String> transitions, boolean rural) {
        List<Component> components = new ArrayList<>();
        components.add(new Component(Kind.FERTILITY, ""));
        components.add(new Component(Kind.MORTALITY, ""));
        if (external) {
            components.add(new Component(Kind.ARRIVALS, ""));
            components.add(new Component(Kind.DEPARTURES, ""));
        }
        if (internal) {
            components.add(new Component(Kind.MOVES, ""));
        }
        transitions.forEach(id -> components.add(new Component(Kind.TRANSITION, id)));
        if (rural) {
            components.add(new Component(Kind.RURAL_SHARE, ""));
        }
        return List.copyOf(components);
    }

    /** The name in tables, such as {@code arrivals} or {@code transition:settlement}. */
    public String id() {
        return kind == Kind.TRANSITION ? TRANSITION + transition : kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The inputs with this component multiplied.
     *
     * @param factor 0 or more, over any of the years of flows, region, status, sex and age; what it multiplies need not
     *     vary by them yet. A table of the inputs with years other than those of the factor keeps only these. A rural
     *     share takes the factor of the step that ends at the population's date, and none at the base date.
     */
    public ProjectionInputs scale(ProjectionInputs inputs, Cube factor) {
        InputChecks.within(id() + " factor", factor, 0, Double.MAX_VALUE);
        return switch (kind) {
            case FERTILITY -> {
                ProjectionInputs scaled = inputs.withAsfr(times(inputs.asfr(), factor));
                yield inputs.births()
                        .map(births -> scaled.withBirths(times(births, factor)))
                        .orElse(scaled);
            }
            case MORTALITY -> {
                ProjectionInputs scaled = inputs.withSurvival(power(inputs.survival(), factor));
                yield inputs.openAgeSurvival()
                        .map(ratio -> scaled.withOpenAgeSurvival(power(ratio, ofOpenAge(inputs, factor))))
                        .orElse(scaled);
            }
            case ARRIVALS, DEPARTURES ->
                inputs.withExternal(scale(inputs.external().orElseThrow(this::missing), factor));
            case MOVES -> {
                InternalMigration internal = inputs.internal().orElseThrow(this::missing);
                yield inputs.withInternal(
                        new InternalMigration(times(internal.outRate(), factor), internal.destinationShare()));
            }
            case TRANSITION -> inputs.withTransitions(scale(inputs.transitions(), factor));
            case RURAL_SHARE ->
                inputs.withRuralShare(rural(inputs.ruralShare().orElseThrow(this::missing), factor, inputs));
        };
    }

    private ExternalMigration scale(ExternalMigration external, Cube factor) {
        if (kind == Kind.ARRIVALS) {
            return new ExternalMigration(
                    times(external.arrivals(), factor),
                    times(external.arrivalRate(), factor),
                    external.departures(),
                    external.departureRate());
        }
        return new ExternalMigration(
                external.arrivals(),
                external.arrivalRate(),
                times(external.departures(), factor),
                times(external.departureRate(), factor));
    }

    private List<StatusTransition> scale(List<StatusTransition> transitions, Cube factor) {
        if (transitions.stream().noneMatch(each -> each.id().equals(transition))) {
            throw missing();
        }
        return transitions.stream()
                .map(each -> each.id().equals(transition) ? scale(each, factor) : each)
                .toList();
    }

    /** A quota is scaled, and so its rates need not be. */
    private StatusTransition scale(StatusTransition transition, Cube factor) {
        if (transition.quota().isEmpty()) {
            return transition.withRate(times(transition.rate(), factor));
        }
        if (factor.has(Axis.SEX) || factor.has(Axis.AGE)) {
            throw new IllegalArgumentException("Component " + id()
                    + ": got a factor by sex or age for a quota, expected one by year and region at most");
        }
        return new StatusTransition(
                transition.id(),
                transition.from(),
                transition.to(),
                transition.rate(),
                transition.quota().map(quota -> times(quota, factor)));
    }

    private IllegalArgumentException missing() {
        return new IllegalArgumentException("Component: got " + id() + ", which the inputs do not have");
    }

    private static Cube times(Cube table, Cube factor) {
        boolean nothing = table.axes().isEmpty() && table.at() == 0;
        return nothing ? table : ofYears(table, factor).times(factor);
    }

    /** Survival when every hazard is multiplied: S to the power of the factor. */
    private static Cube power(Cube survival, Cube factor) {
        Cube ratios = ofYears(survival, factor);
        List<Axis> union =
                ratios.times(factor).axes(); // the product itself means nothing, its axes are those of the power
        double[] values = ratios.along(union).toArray();
        double[] powers = factor.along(union).toArray();
        for (int cell = 0; cell < values.length; cell++) {
            // StrictMath gives the same bits on every JDK.
            values[cell] = powers[cell] == 1 ? values[cell] : StrictMath.pow(values[cell], powers[cell]);
        }
        return Cube.of(union, values);
    }

    private static Cube ofOpenAge(ProjectionInputs inputs, Cube factor) {
        if (!factor.has(Axis.AGE)) {
            return factor;
        }
        int open = inputs.base().space().ages().open();
        return factor.select(Axis.AGE, factor.axis(Axis.AGE).labels().get(open));
    }

    /** The table at the years of the factor, where both have years. */
    private static Cube ofYears(Cube table, Cube factor) {
        if (!table.has(Axis.YEAR)
                || !factor.has(Axis.YEAR)
                || table.axis(Axis.YEAR).equals(factor.axis(Axis.YEAR))) {
            return table;
        }
        return table.ofLabels(factor.axis(Axis.YEAR));
    }

    /** Steps end a step later than the base date, so the years of a rural share are one more than those of flows. */
    private static Cube rural(Cube share, Cube factor, ProjectionInputs inputs) {
        if (!factor.has(Axis.YEAR)) {
            throw new IllegalArgumentException("Component rural_share: got a factor without years, expected them,"
                    + " or the base date would change too");
        }
        int width = inputs.base().space().ages().uniformWidth();
        int first = inputs.base().date().getYear();
        List<String> years = new ArrayList<>();
        for (int step = 0; step <= factor.axis(Axis.YEAR).size(); step++) {
            years.add(Integer.toString(first + step * width));
        }
        List<Axis> axes = new ArrayList<>(factor.axes());
        int position = axes.indexOf(factor.axis(Axis.YEAR));
        axes.set(position, new Axis(Axis.YEAR, years));
        Cube atDates = Cube.generate(axes, index -> {
            int[] step = index.clone();
            step[position]--;
            return index[position] == 0 ? 1 : factor.at(step);
        });
        return ofYears(share, atDates).times(atDates);
    }
}

package org.kapok.demand;

import java.util.Locale;
import java.util.Objects;

/**
 * What is uncertain about the demand for a service. Demand is proportional to take-up and stay and inverse to occupancy
 * ({@link Use}), so a factor on one of them is a factor on demand.
 *
 * @param of the service and path
 * @param parameter what factors multiply
 */
public record VaryingUse(Demand.Of of, Parameter parameter) {
    public VaryingUse {
        Objects.requireNonNull(of, "of");
        Objects.requireNonNull(parameter, "parameter");
    }

    /** The name in messages, such as {@code stay in the need of beds}. */
    @Override
    public String toString() {
        return parameter.label() + " in the " + of.path().label() + " of " + of.service();
    }

    /** Whether a model has the parameter. */
    boolean isOf(ServiceModel model) {
        return switch (parameter) {
            case DEMAND -> true;
            case STAY -> model instanceof Use;
            case TAKE_UP, OCCUPANCY -> model instanceof Use || model instanceof Care;
        };
    }

    /** What demand is multiplied with where the parameter is multiplied with a factor above 0. */
    double onDemand(double factor) {
        return parameter == Parameter.OCCUPANCY ? 1 / factor : factor;
    }

    /** What factors multiply. */
    public enum Parameter {
        /** Demand itself: all that is uncertain in one factor. */
        DEMAND,
        /** How many of those who might use a service do. */
        TAKE_UP,
        /** How long one use takes, such as days in a bed. */
        STAY,
        /** The share of capacity that is used when it counts as full; demand is divided by its factor. */
        OCCUPANCY;

        /** The name in files and tables, such as {@code take-up}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

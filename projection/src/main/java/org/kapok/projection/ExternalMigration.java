package org.kapok.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * Movement across the outer border: arrivals and departures, each as counts, as rates of the people who live here, or
 * both. What rates multiply is a matter of the {@link Convention}.
 *
 * @param arrivals persons per year; 0 or more
 * @param arrivalRate further arrivals per person per year; 0 or more
 * @param departures persons per year; 0 or more
 * @param departureRate further departures per person per year, 0 to 1
 */
public record ExternalMigration(Cube arrivals, Cube arrivalRate, Cube departures, Cube departureRate) {
    private static final Cube NONE = Cube.of(List.of(), 0);
    private static final double SHARES = 1e-9; // how far shares may be from adding up to 1

    public ExternalMigration {
        Objects.requireNonNull(arrivals, "arrivals");
        Objects.requireNonNull(arrivalRate, "arrivalRate");
        Objects.requireNonNull(departures, "departures");
        Objects.requireNonNull(departureRate, "departureRate");
    }

    /** Arrivals as counts, because those who may come live outside, and departures as rates. */
    public static ExternalMigration gross(Cube arrivals, Cube departureRate) {
        return new ExternalMigration(arrivals, NONE, NONE, departureRate);
    }

    /** Arrivals and departures as counts. */
    public static ExternalMigration counts(Cube arrivals, Cube departures) {
        return new ExternalMigration(arrivals, NONE, departures, NONE);
    }

    /** Net migrants, persons per year: arrivals where above 0, departures where below. */
    public static ExternalMigration net(Cube net) {
        return new ExternalMigration(above(net), NONE, below(net), NONE);
    }

    /** Net migrants per person per year: arrivals where above 0, departures where below; above -1. */
    public static ExternalMigration netRate(Cube rate) {
        return new ExternalMigration(NONE, above(rate), NONE, below(rate));
    }

    /**
     * Net migrants as totals spread by a schedule.
     *
     * @param totals persons per year, over any of year, region and status
     * @param schedule shares of each total, over sex and age or age alone and any of the axes of {@code totals}; of
     *     any sign, adding up to 1
     */
    public static ExternalMigration netSpread(Cube totals, Cube schedule) {
        if (!schedule.has(Axis.AGE)) {
            throw new IllegalArgumentException(
                    "ExternalMigration.schedule: got " + schedule + ", expected shares by age that add up to 1");
        }
        Cube sums = schedule.sumOver(Axis.AGE);
        sums = schedule.has(Axis.SEX) ? sums.sumOver(Axis.SEX) : sums;
        double sexes = schedule.has(Axis.SEX) ? 1 : Axis.sexes().size();
        double[] values = sums.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(Math.abs(values[cell] - 1) <= SHARES)) {
                throw new IllegalArgumentException(
                        "ExternalMigration.schedule" + (sums.axes().isEmpty() ? "" : ", " + sums.describe(cell))
                                + ": got shares adding up to " + values[cell] + ", expected 1");
            }
        }
        List<Axis> axes = new ArrayList<>(totals.axes());
        for (Axis axis : schedule.axes()) {
            if (!totals.has(axis.name())) {
                axes.add(axis);
            }
        }
        double[] net = totals.along(axes).toArray();
        double[] shares = schedule.along(axes).toArray();
        for (int cell = 0; cell < net.length; cell++) {
            net[cell] *= shares[cell] / sexes;
        }
        return net(Cube.of(axes, net));
    }

    private static Cube above(Cube cube) {
        return cube.map(value -> Math.max(0, value));
    }

    private static Cube below(Cube cube) {
        return cube.map(value -> Math.max(0, -value));
    }
}

package org.kapok.projection.change;

import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/** What must hold for the tables of a change: what, where, got, expected. */
final class TableChecks {
    private TableChecks() {}

    /** The table, where it varies by these axes at most and every value is finite and in range. */
    static Cube within(String name, Cube table, List<String> axes, double low, double high) {
        for (Axis axis : table.axes()) {
            if (!axes.contains(axis.name())) {
                throw new IllegalArgumentException(
                        name + ": got axis " + axis.name() + ", expected " + axes + " at most");
            }
        }
        within(name, table, low, high);
        return table;
    }

    /** Refuses a table with values that are not finite and in range. */
    static void within(String name, Cube table, double low, double high) {
        double[] values = table.toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (!(values[cell] >= low && values[cell] <= high)) {
                String range = low == -Double.MAX_VALUE
                        ? ""
                        : low == Double.MIN_VALUE
                                ? " above 0"
                                : " of " + low + (high == Double.MAX_VALUE ? " or more" : " to " + high);
                throw new IllegalArgumentException(name + (table.axes().isEmpty() ? "" : ", " + table.describe(cell))
                        + ": got " + values[cell] + ", expected a finite value" + range);
            }
        }
    }

    /** The table at a year, or as it is where it does not vary by year. */
    static Cube inYear(String name, Cube table, String year) {
        if (!table.has(Axis.YEAR)) {
            return table;
        }
        List<String> years = table.axis(Axis.YEAR).labels();
        if (!years.contains(year)) {
            throw new IllegalArgumentException(name + ": got years " + years + ", expected " + year + " among them");
        }
        return table.select(Axis.YEAR, year);
    }
}

package org.kapok.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kapok.core.Selection;
import org.kapok.demand.scorecard.Formula;
import org.kapok.demand.scorecard.Quantity;

/** The formula of an indicator as people write it. */
final class FormulaText {
    private FormulaText() {}

    /** Such as {@code 1000 x supply(beds) / resident}. */
    static String of(Formula formula) {
        String times = formula.times() == 1 ? "" : number(formula.times()) + " x ";
        String per = formula.per().isEmpty() ? "" : " / " + sum(formula.per());
        return times + sum(formula.of()) + per;
    }

    private static String sum(List<Quantity> parts) {
        String sum = parts.stream().map(FormulaText::of).collect(Collectors.joining(" + "));
        return parts.size() == 1 ? sum : "(" + sum + ")";
    }

    /** The word that tells what a quantity is read from. */
    static String kind(Quantity quantity) {
        if (quantity instanceof Quantity.Projected people) {
            return switch (people.measure().kind()) {
                case TRANSITION -> "transition";
                case MOVES -> "moves_out";
                default -> people.measure().id();
            };
        }
        if (quantity instanceof Quantity.Demanded demand) {
            return demand.path().label();
        }
        return quantity instanceof Quantity.Schooled ? "school" : "supply";
    }

    /** Such as {@code resident[65+]}. */
    static String of(Quantity quantity) {
        if (quantity instanceof Quantity.Projected people) {
            return people.measure().id() + ages(people.fromAge(), people.toAge());
        }
        if (quantity instanceof Quantity.Demanded demand) {
            return demand.path().label() + "(" + demand.service() + ")";
        }
        if (quantity instanceof Quantity.Supplied supply) {
            return "supply(" + supply.service() + ")";
        }
        if (quantity instanceof Quantity.Added added) {
            return "added(" + added.service() + ", > " + added.since() + ")";
        }
        Quantity.Schooled schooled = (Quantity.Schooled) quantity;
        String count = schooled.count().name().toLowerCase(Locale.ROOT);
        return count + "(" + schooled.service() + ", " + schooled.path().label() + ")";
    }

    private static String ages(int from, int to) {
        if (from == 0 && to == Selection.OPEN) {
            return "";
        }
        return "[" + from + (to == Selection.OPEN ? "+" : "-" + to) + "]";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}

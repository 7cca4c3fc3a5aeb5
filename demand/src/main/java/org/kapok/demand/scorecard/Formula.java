package org.kapok.demand.scorecard;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How an indicator is computed: {@code times x sum(of) / sum(per)}.
 *
 * @param times the scale, such as 100 for a percentage or 1000 for a value per thousand; above 0
 * @param of what is counted, 1 or more
 * @param per what it is divided by; nothing for a plain sum
 */
public record Formula(double times, List<Quantity> of, List<Quantity> per) {
    public Formula {
        of = List.copyOf(of);
        per = List.copyOf(per);
        if (!(times > 0) || Double.isInfinite(times)) {
            throw new IllegalArgumentException("Formula.times: got " + times + ", expected a finite number above 0");
        }
        if (of.isEmpty()) {
            throw new IllegalArgumentException("Formula.of: got none, expected 1 or more quantities");
        }
    }

    /** The value, where the evidence gives every quantity and the divisor is not 0. */
    OptionalDouble in(Evidence evidence, String area, LocalDate date) {
        OptionalDouble above = sum(of, evidence, area, date);
        OptionalDouble below = per.isEmpty() ? OptionalDouble.of(1) : sum(per, evidence, area, date);
        if (above.isEmpty() || below.isEmpty() || below.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(times * above.getAsDouble() / below.getAsDouble());
    }

    /** The last year that every quantity is stated for. */
    int knownTo(Evidence evidence) {
        int known = Integer.MAX_VALUE;
        for (Quantity quantity : of) {
            known = Math.min(known, quantity.knownTo(evidence));
        }
        for (Quantity quantity : per) {
            known = Math.min(known, quantity.knownTo(evidence));
        }
        return known;
    }

    /**
     * The units of a supply that would bring the value to another, all else as it is; nothing where the formula is not a
     * supply over something else.
     */
    OptionalDouble unitsFor(double value, Evidence evidence, String area, LocalDate date) {
        if (of.size() != 1
                || of.get(0).supplied().isEmpty()
                || per.stream().anyMatch(each -> each.supplied().isPresent())) {
            return OptionalDouble.empty();
        }
        OptionalDouble below = per.isEmpty() ? OptionalDouble.of(1) : sum(per, evidence, area, date);
        return below.isPresent() ? OptionalDouble.of(value * below.getAsDouble() / times) : below;
    }

    private static OptionalDouble sum(List<Quantity> parts, Evidence evidence, String area, LocalDate date) {
        double sum = 0;
        for (Quantity part : parts) {
            OptionalDouble value = part.in(evidence, area, date);
            if (value.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += value.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }
}

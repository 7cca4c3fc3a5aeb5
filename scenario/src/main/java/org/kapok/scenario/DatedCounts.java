package org.kapok.scenario;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kapok.core.Population;
import org.kapok.projection.ensemble.Block;
import org.kapok.projection.ensemble.Count;

/** Counts of an ensemble, each once, and what those of people come to at any date. */
final class DatedCounts {
    private final Population base;
    private final int width;
    private final int steps;
    private final Map<Count, Integer> numbers = new LinkedHashMap<>();

    DatedCounts(Population base, int steps) {
        this.base = base;
        this.width = base.space().ages().uniformWidth();
        this.steps = steps;
    }

    /** The number of a count, which is counted from now on. */
    int number(Count count) {
        return numbers.computeIfAbsent(count, fresh -> numbers.size());
    }

    List<Count> all() {
        return new ArrayList<>(numbers.keySet());
    }

    LocalDate dateAfter(int step) {
        return base.date().plusYears((long) (step + 1) * width);
    }

    /** People at a date in every draw of a block: between reference dates evenly by the day. */
    double[] at(Count people, LocalDate date, Block block) {
        int number = numbers.get(people);
        int step = -1;
        while (step + 1 < steps && !dateAfter(step + 1).isAfter(date)) {
            step++;
        }
        double[] early = new double[block.draws()];
        if (step < 0) {
            Arrays.fill(early, base.total(people.people(), people.area()));
        } else {
            early = block.draws(number, step);
        }
        LocalDate before = step < 0 ? base.date() : dateAfter(step);
        long gone = ChronoUnit.DAYS.between(before, date);
        if (gone == 0 || step + 1 == steps) {
            return early;
        }
        double[] late = block.draws(number, step + 1);
        double share = (double) gone / ChronoUnit.DAYS.between(before, dateAfter(step + 1));
        for (int draw = 0; draw < early.length; draw++) {
            early[draw] += share * (late[draw] - early[draw]);
        }
        return early;
    }
}

package org.kapok.scenario;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kapok.core.AgeGroups;
import org.kapok.core.Selection;

/**
 * Ages from one to another, as people write them: {@code 0-94}, {@code 65+} or {@code 22}.
 *
 * @param from the first exact age, 0 or more
 * @param to the last exact age, included; {@link Selection#OPEN} for no upper end
 */
public record AgeBand(int from, int to) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|(\\+))?");

    private static final List<AgeBand> ASKED = List.of(
            all(),
            new AgeBand(0, 2),
            new AgeBand(3, 5),
            new AgeBand(6, 11),
            new AgeBand(12, 14),
            new AgeBand(15, 17),
            new AgeBand(0, 14),
            new AgeBand(15, 59),
            new AgeBand(15, 64),
            new AgeBand(60, Selection.OPEN),
            new AgeBand(65, Selection.OPEN),
            new AgeBand(80, Selection.OPEN));

    public AgeBand {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("AgeBand: got ages " + from + " to " + to
                    + ", expected a band that starts at 0 or more and does not end before it starts");
        }
    }

    /** The bands that planners ask for and that do not cut through an age group. */
    public static List<AgeBand> asked(AgeGroups ages) {
        return ASKED.stream().filter(band -> band.fits(ages)).toList();
    }

    private boolean fits(AgeGroups ages) {
        return ages.starts().contains(from)
                && (to == Selection.OPEN || ages.starts().contains(to + 1));
    }

    /** All ages. */
    public static AgeBand all() {
        return new AgeBand(0, Selection.OPEN);
    }

    /** The band that a text writes. */
    public static AgeBand parse(String text) {
        Matcher ages = TEXT.matcher(text);
        if (!ages.matches()) {
            throw new IllegalArgumentException("AgeBand: got \"" + text + "\", expected ages such as 0-94 or 65+");
        }
        int from = Integer.parseInt(ages.group(1));
        int to = ages.group(2) == null ? from : Integer.parseInt(ages.group(2));
        return new AgeBand(from, ages.group(3) == null ? to : Selection.OPEN);
    }

    @Override
    public String toString() {
        if (to == Selection.OPEN) {
            return from + "+";
        }
        return to == from ? Integer.toString(from) : from + "-" + to;
    }
}

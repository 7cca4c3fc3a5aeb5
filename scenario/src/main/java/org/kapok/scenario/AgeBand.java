package org.kapok.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kapok.core.Selection;

/**
 * Ages from one to another, as people write them: {@code 0-94}, {@code 65+} or {@code 22}.
 *
 * @param from the first exact age, 0 or more
 * @param to the last exact age, included; {@link Selection#OPEN} for no upper end
 */
public record AgeBand(int from, int to) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|(\\+))?");

    public AgeBand {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("AgeBand: got ages " + from + " to " + to
                    + ", expected a band that starts at 0 or more and does not end before it starts");
        }
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

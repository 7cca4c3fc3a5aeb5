package org.kapok.projection.change;

import java.util.List;
import java.util.Objects;
import org.kapok.core.Axis;
import org.kapok.core.Cube;

/**
 * People who live in communal establishments and so in no household: a share of residents, a count, or both.
 *
 * @param share 0 to 1, over any of the year of populations, sex and age
 * @param count persons besides, 0 or more, by the year of populations at most
 */
public record Communal(Cube share, Cube count) {
    private static final Cube NONE = Cube.of(List.of(), 0);

    public Communal {
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(count, "count");
        TableChecks.within("Communal.share", share, List.of(Axis.YEAR, Axis.SEX, Axis.AGE), 0, 1);
        TableChecks.within("Communal.count", count, List.of(Axis.YEAR), 0, Double.MAX_VALUE);
    }

    /** Nobody. */
    public static Communal none() {
        return new Communal(NONE, NONE);
    }

    /** A share of residents, see {@link #share}. */
    public static Communal ofShare(Cube share) {
        return new Communal(share, NONE);
    }

    /** A count, see {@link #count}. */
    public static Communal ofCount(Cube count) {
        return new Communal(NONE, count);
    }

    /** Residents by sex and age less the share of them in communal establishments; the count is not taken off. */
    Cube lessShare(int year, Cube residents) {
        Cube own = TableChecks.inYear("Communal.share", share, Integer.toString(year));
        return residents.times(own.map(part -> 1 - part));
    }

    /** The count in a year. */
    double countIn(int year) {
        return TableChecks.inYear("Communal.count", count, Integer.toString(year))
                .at();
    }
}

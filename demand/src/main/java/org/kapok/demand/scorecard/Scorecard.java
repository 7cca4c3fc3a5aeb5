package org.kapok.demand.scorecard;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How the indicators of a plan stand.
 *
 * @param rows by indicator and year, the whole place first, then regions where the target holds for them and the inputs
 *     allow
 */
public record Scorecard(List<Row> rows) {
    public Scorecard {
        rows = List.copyOf(rows);
    }

    /** Why a row is judged as it is. */
    public enum Why {
        /** The value follows from people, services and supply. */
        PROJECTED,
        /** The value was observed. */
        OBSERVED,
        /** It does not follow from people or services, and no value of the year is stated. */
        NO_FORMULA,
        /** The scenario lacks what the formula needs. */
        NO_DATA,
        /** Of a supply only the stock at the baseline is stated, and nothing that opens or closes after. */
        STOCK_ONLY;

        /** The name in tables, in lower case. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An indicator in an area and year.
     *
     * @param indicator the indicator
     * @param area the id of a region, or {@link org.kapok.demand.Supply#WHOLE_AREA}
     * @param year the year
     * @param value its value, if there is one; with {@link Why#STOCK_ONLY} that of the stock alone
     * @param verdict how it stands
     * @param why the reason
     * @param more units of a supply that would be needed on top for the value asked for, where the indicator is one of
     *     supply
     */
    public record Row(
            Indicator indicator,
            String area,
            int year,
            OptionalDouble value,
            Verdict verdict,
            Why why,
            OptionalDouble more) {
        public Row {
            Objects.requireNonNull(indicator, "indicator");
            Objects.requireNonNull(area, "area");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(verdict, "verdict");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(more, "more");
        }
    }
}

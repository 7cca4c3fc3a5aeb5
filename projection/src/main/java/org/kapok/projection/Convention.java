package org.kapok.projection;

import java.util.List;
import java.util.Objects;
import org.kapok.core.mortality.A0Rule;
import org.kapok.core.mortality.GrevilleEnd;

/**
 * How a step treats time. The known engines differ in a handful of choices; here each is a parameter of one kernel, and
 * each engine a named preset.
 *
 * @param id the name that every result carries
 * @param migration when movers join, and so which of them die in the step
 * @param rates what rates of external migration multiply
 * @param births which women the fertility rates multiply
 * @param openAge how the open age group survives
 * @param a0 the years lived by those who die as infants, where life tables are made from death rates
 * @param abridgedEnd the years lived in the last closed group, where the rates are of five-year groups
 */
public record Convention(
        String id,
        Migration migration,
        Rates rates,
        Births births,
        OpenAge openAge,
        A0Rule a0,
        GrevilleEnd abridgedEnd) {
    /**
     * United Nations, World Population Prospects 2022 and 2024: migrants join at the end of the step, at the age then
     * reached; they neither die nor give birth in it.
     *
     * @see "United Nations (2024), World Population Prospects 2024: Methodology"
     */
    public static final Convention UN_WPP_2024 = new Convention(
            "un-wpp-2024",
            Migration.END,
            Rates.SURVIVORS,
            Births.PRESENT,
            OpenAge.POOLED,
            A0Rule.ANDREEV_KINGKADE,
            GrevilleEnd.REPEATED_SLOPE);

    /** World Population Prospects 2019, for the countries where migrants join at the end of the step. */
    public static final Convention UN_WPP_2019_END = UN_WPP_2024
            .named("un-wpp-2019-end")
            .with(Births.PUBLISHED)
            .with(A0Rule.COALE_DEMENY, GrevilleEnd.OPEN_RATE);

    /** World Population Prospects 2019, for the countries where half of the migrants join at each end of the step. */
    public static final Convention UN_WPP_2019_EVEN =
            UN_WPP_2019_END.named("un-wpp-2019-even").with(Migration.EVEN, Rates.START);

    /**
     * The "even" variant of bayesPop and ccmppWPP: half of the migrants join at the start and are survived, half at the
     * end in the same age group; both halves count among the women who give birth.
     *
     * @see "Sevcikova and Raftery (2016), bayesPop: Probabilistic Population Projections, J. Stat. Software 75(5)"
     */
    public static final Convention UN_EVEN = UN_WPP_2024.named("un-even").with(Migration.EVEN, Rates.START);

    /**
     * The Leslie matrix of Wheldon and co-authors: net migration as a proportion of the population at the start, half
     * of it at each end; births before the second half joins; survival of the open age apart for those entering it.
     *
     * @see "Wheldon, Raftery, Clark and Gerland (2013), Reconstructing past populations with uncertainty from
     *     fragmentary data, J. American Statistical Association 108(501)"
     */
    public static final Convention WHELDON = UN_WPP_2019_EVEN
            .named("wheldon")
            .with(A0Rule.ANDREEV_KINGKADE, GrevilleEnd.REPEATED_SLOPE)
            .with(OpenAge.APART);

    /**
     * The Swiss Federal Statistical Office's projection of two statuses: rates are by the age reached at the end of the
     * year and multiply the cohort at its start; movers and those who change status bear half of the year's mortality
     * where they left and where they came to, infants two thirds; births are of the cohort's mean.
     *
     * @see "Federal Statistical Office (2025), Scenarios for the population development of Switzerland and the cantons
     *     2025-2055"
     */
    public static final Convention FSO_TWO_STATUS = UN_WPP_2024
            .named("fso-two-status")
            .with(Migration.MIDDLE, Rates.COHORT)
            .with(Births.COHORT);

    public Convention {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(rates, "rates");
        Objects.requireNonNull(births, "births");
        Objects.requireNonNull(openAge, "openAge");
        Objects.requireNonNull(a0, "a0");
        Objects.requireNonNull(abridgedEnd, "abridgedEnd");
        boolean known = migration == Migration.EVEN && rates == Rates.START
                || migration == Migration.MIDDLE && rates == Rates.COHORT
                || migration == Migration.END;
        if (!known) {
            throw new IllegalArgumentException("Convention.rates of " + id + ": got " + rates
                    + ", expected START where half of the migrants join at the start and COHORT where they join in the"
                    + " middle");
        }
    }

    /** Every preset. */
    public static List<Convention> presets() {
        return List.of(UN_WPP_2024, UN_WPP_2019_END, UN_WPP_2019_EVEN, UN_EVEN, WHELDON, FSO_TWO_STATUS);
    }

    /** The same choices under another name. */
    public Convention named(String id) {
        return new Convention(id, migration, rates, births, openAge, a0, abridgedEnd);
    }

    /** The same convention with another timing of migration and what its rates multiply. */
    public Convention with(Migration migration, Rates rates) {
        return new Convention(id, migration, rates, births, openAge, a0, abridgedEnd);
    }

    /** The same convention with other women exposed to birth. */
    public Convention with(Births births) {
        return new Convention(id, migration, rates, births, openAge, a0, abridgedEnd);
    }

    /** The same convention with another survival of the open age. */
    public Convention with(OpenAge openAge) {
        return new Convention(id, migration, rates, births, openAge, a0, abridgedEnd);
    }

    /** The same convention with life tables made otherwise. */
    public Convention with(A0Rule a0, GrevilleEnd abridgedEnd) {
        return new Convention(id, migration, rates, births, openAge, a0, abridgedEnd);
    }

    /** When movers join. */
    public enum Migration {
        /** At the end of the step, at the age then reached: external first, then between regions, then statuses. */
        END,
        /** External migrants half at the start and half at the end, both in their age group; all else as at the end. */
        EVEN,
        /**
         * In the middle, by the age reached at the end: each mover bears half of the mortality there was to bear in the
         * cell left and half in the cell entered; an infant, born in the step, two thirds, and none after a change of
         * status. All rates of movement and of change of status multiply the cohort at the start.
         */
        MIDDLE
    }

    /** What rates of external migration multiply. */
    public enum Rates {
        /** People of the same age group at the start of the step. */
        START,
        /** People at the start of the step by the age group reached at its end; of the first, births. */
        COHORT,
        /** Survivors at the end of the step, by the age group reached. */
        SURVIVORS,
        /** As survivors, and departures also those who have just arrived. */
        SURVIVORS_AND_ARRIVALS
    }

    /** Whose mean over the step is exposed to birth. */
    public enum Births {
        /** Women of an age group at the start and at the end, with the movers who join half at each. */
        PRESENT,
        /**
         * Women of an age group at the start and at the end, as published: all who moved by then, and no others. Where
         * half of the migrants join at each end this is also the women after the first half joined and their survivors
         * before the second does, for the halves add up alike.
         */
        PUBLISHED,
        /** Women of a cohort at the start and at the end; rates are by the age group reached. */
        COHORT
    }

    /** How the open age group survives. */
    public enum OpenAge {
        /** One ratio for those who enter it in the step and those already in it. */
        POOLED,
        /** A ratio each, see {@link ProjectionInputs#withOpenAgeSurvival}. */
        APART
    }
}

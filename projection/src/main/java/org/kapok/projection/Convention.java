package org.kapok.projection;

import java.util.List;
import java.util.Objects;

/**
 * How a step treats time: when movers join, and so which of them die and give birth in the step.
 *
 * @param id the name that every result carries
 * @param timing when external migrants join
 * @see "United Nations (2024), World Population Prospects 2024: Methodology; R package bayesPop, routine CCM"
 */
public record Convention(String id, MigrationTiming timing) {
    /** World Population Prospects 2022 and 2024: migrants join at the end of the step, at the age then reached. */
    public static final Convention UN_WPP_2024 = new Convention("un-wpp-2024", MigrationTiming.END);

    /** Half of the migrants join at the start and are survived, half at the end at the same age group. */
    public static final Convention UN_EVEN = new Convention("un-even", MigrationTiming.EVEN);

    public Convention {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(timing, "timing");
    }

    /** Every preset. */
    public static List<Convention> presets() {
        return List.of(UN_WPP_2024, UN_EVEN);
    }

    /** When external migrants join. */
    public enum MigrationTiming {
        /** At the end of the step: they neither die nor give birth in it; departure rates apply to survivors. */
        END,
        /** Half at each end of the step; departure rates apply to the population at its start. */
        EVEN
    }
}

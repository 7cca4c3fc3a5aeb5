/** Axes, cubes and the demographic schedules on them; estimation of inputs from published tables. */
module org.kapok.core {
    requires commons.math3;

    exports org.kapok.core;
    exports org.kapok.core.fertility;
    exports org.kapok.core.fitting;
    exports org.kapok.core.graduation;
    exports org.kapok.core.migration;
    exports org.kapok.core.mortality;
    exports org.kapok.core.quality;
    exports org.kapok.core.smoothing;
}

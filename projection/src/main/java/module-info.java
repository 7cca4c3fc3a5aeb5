/** Cohort-component projection of a population by region, status, sex and age. */
module org.kapok.projection {
    requires transitive org.kapok.core;
    requires commons.math3;

    exports org.kapok.projection;
    exports org.kapok.projection.change;
    exports org.kapok.projection.ensemble;
    exports org.kapok.projection.target;
// .internal stays closed: kernels may change in any release
}

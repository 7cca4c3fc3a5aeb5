/** Cohort-component projection of a population by region, status, sex and age. */
module org.kapok.projection {
    requires transitive org.kapok.core;

    exports org.kapok.projection;
    exports org.kapok.projection.change;
// .internal stays closed: kernels may change in any release
}

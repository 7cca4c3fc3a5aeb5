/** Services that a population needs, what is supplied and what is missing. */
module org.kapok.demand {
    requires transitive org.kapok.projection;

    exports org.kapok.demand;
    exports org.kapok.demand.scorecard;
}

/** Services that a population needs, what is supplied and what is missing. */
module org.kapok.demand {
    requires transitive org.kapok.projection;
    requires static ojalgo; // for siting alone

    exports org.kapok.demand;
    exports org.kapok.demand.scorecard;
    exports org.kapok.demand.siting;
}

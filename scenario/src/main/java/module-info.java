/** Scenario folders: read, check, run, write. */
module org.kapok.scenario {
    requires transitive org.kapok.demand;
}

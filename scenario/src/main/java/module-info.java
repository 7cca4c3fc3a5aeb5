/** Scenario folders: read, check, run, write. */
module org.kapok.scenario {
    requires transitive org.kapok.demand;
    requires com.fasterxml.aalto;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires ojalgo; // what siting solves with
    requires org.apache.commons.compress;
    requires org.dhatim.fastexcel.reader;
    requires org.slf4j;
    requires t.digest; // sketches of more draws than are kept

    exports org.kapok.scenario;
    exports org.kapok.scenario.estimate;
    exports org.kapok.scenario.table;
    exports org.kapok.scenario.wpp;
}

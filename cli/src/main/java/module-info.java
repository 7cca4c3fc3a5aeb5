/** The command {@code kapok}: arguments, language, exit codes; every answer comes from the library. */
module org.kapok.cli {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.networknt.schema; // what validate adds to the readers
    requires info.picocli;
    requires org.kapok.scenario;

    opens org.kapok.cli to
            info.picocli;
}

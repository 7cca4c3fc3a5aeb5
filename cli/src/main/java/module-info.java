/** The command {@code kapok}: arguments, language, exit codes; every answer comes from the library. */
module org.kapok.cli {
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.networknt.schema; // what validate adds to the readers
    requires info.picocli;
    requires org.kapok.report;

    opens org.kapok.cli to
            info.picocli;

    provides ch.qos.logback.classic.spi.Configurator with
            org.kapok.cli.Logging;
}

/** The command {@code kapok}: arguments, language, exit codes; every answer comes from the library. */
module org.kapok.cli {
    requires info.picocli;
    requires org.kapok.scenario;

    opens org.kapok.cli to
            info.picocli;
}

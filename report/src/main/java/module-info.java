/** What people look at: the HTML report, the workbook, pictures, and results as a database. */
module org.kapok.report {
    requires transitive org.kapok.scenario;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports org.kapok.report.html;
}

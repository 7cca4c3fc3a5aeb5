/** What people look at: the HTML report, the workbook, pictures, and results as a database. */
module org.kapok.report {
    requires transitive org.kapok.scenario;
    requires com.fasterxml.jackson.databind;
    requires java.sql;
    requires static org.postgresql.jdbc; // for whoever loads results into PostgreSQL

    exports org.kapok.report.store;
}

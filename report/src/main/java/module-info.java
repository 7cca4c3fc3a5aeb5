/** What people look at: the HTML report, the workbook, pictures, and results as a database. */
module org.kapok.report {
    requires transitive org.kapok.scenario;
    requires com.fasterxml.jackson.databind;
    requires java.desktop; // fonts and images of pictures
    requires java.sql;
    requires org.slf4j;
    requires static org.postgresql.jdbc; // for whoever loads results into PostgreSQL

    exports org.kapok.report.picture;
    exports org.kapok.report.store;
}

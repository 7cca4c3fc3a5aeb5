/** What people look at: the HTML report, the workbook, pictures, and results as a database. */
module org.kapok.report {
    requires transitive org.kapok.scenario;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.desktop; // fonts and images of pictures
    requires java.sql;
    requires org.slf4j;
    requires static org.apache.commons.compress; // the following for workbooks alone
    requires static org.apache.poi.ooxml;
    requires static org.apache.poi.ooxml.schemas;
    requires static org.apache.poi.poi;
    requires static org.apache.xmlbeans;
    requires static org.postgresql.jdbc; // for whoever loads results into PostgreSQL

    exports org.kapok.report.html;
    exports org.kapok.report.picture;
    exports org.kapok.report.store;
    exports org.kapok.report.workbook;
}

/** What people look at: the HTML report, the workbook, pictures, and results as a database. */
module org.kapok.report {
    requires transitive org.kapok.scenario;
    requires static org.apache.commons.compress; // the following for workbooks alone
    requires static org.apache.poi.ooxml;
    requires static org.apache.poi.ooxml.schemas;
    requires static org.apache.poi.poi;
    requires static org.apache.xmlbeans;

    exports org.kapok.report.workbook;
}

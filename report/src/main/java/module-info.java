/** What people look at: the HTML report, the workbook, pictures, and results as a database. */
module org.kapok.report {
    requires transitive org.kapok.scenario;
}

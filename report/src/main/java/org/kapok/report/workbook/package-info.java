/**
 * Results as an Excel workbook that can be handed on: a summary for a director, native tables and charts, notes and sources.
 *
 * <p>Whoever uses it has Apache POI ({@code org.apache.poi:poi-ooxml} and {@code poi-ooxml-full}) among the dependencies.
 */
package org.kapok.report.workbook;

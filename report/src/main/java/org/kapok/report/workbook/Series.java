package org.kapok.report.workbook;

import java.util.List;

/**
 * A row of numbers for a chart.
 *
 * @param title what it is called in the legend
 * @param numbers a number for each category, null for none
 */
record Series(String title, List<Double> numbers) {}

/**
 * Scenario folders from the United Nations' World Population Prospects, laid out one file for each country and kind of
 * number: single years of age as in WPP 2024, five-year groups as in WPP 2019.
 */
package org.kapok.scenario.wpp;

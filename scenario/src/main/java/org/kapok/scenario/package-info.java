/**
 * Scenario folders: read and checked as a whole, run, and their results written. The format is described in {@code
 * docs/scenario-format.md}.
 *
 * <p>No argument may be null. Every type is immutable. What is wrong with a folder is reported all at once by {@link
 * org.kapok.scenario.table.InputDataException}.
 */
package org.kapok.scenario;

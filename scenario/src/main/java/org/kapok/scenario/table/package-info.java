/**
 * The doors that files pass through: tables, records and JSON in; tables and whole result folders out.
 *
 * <p>Readers collect every problem they find in a {@link org.kapok.scenario.table.Problems} and go on, so that one run
 * names them all. What they return in place of a value that was refused is said on each method, and must not be used:
 * call {@link org.kapok.scenario.table.Problems#throwIfAny} first. No argument may be null.
 */
package org.kapok.scenario.table;

/**
 * Results where other programs look for numbers: a DuckDB file, Parquet files, a PostgreSQL schema.
 *
 * <p>Each holds the tables of one result folder with the types that {@link org.kapok.scenario.ResultTable} states, a table
 * {@code columns} with units and meanings, and tables {@code run}, {@code run_details}, {@code run_inputs} and {@code
 * run_findings} of what {@code run.json} says. Texts are never NULL: an absent one is empty, as the {@code region} of the
 * whole place is. Absent numbers, dates and flags are NULL.
 */
package org.kapok.report.store;

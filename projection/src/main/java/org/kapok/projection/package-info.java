/**
 * Cohort-component projection: assumptions in, populations and the flows between them out.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads. Counts are persons, rates are
 * per person per year, survival ratios are per step. {@link java.lang.IllegalArgumentException} reports a value out of
 * range: what, where, got, expected.
 */
package org.kapok.projection;

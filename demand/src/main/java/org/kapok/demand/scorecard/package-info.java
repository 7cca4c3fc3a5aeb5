/**
 * The indicators of a plan and how they stand.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads.
 * {@link java.lang.IllegalArgumentException} reports a value out of range: what, where, got, expected.
 */
package org.kapok.demand.scorecard;

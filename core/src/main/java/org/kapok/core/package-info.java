/**
 * The axes of a projection and the dense numbers on them.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads. Counts are persons, rates are
 * per person per year and shares lie between 0 and 1 unless a name says otherwise. {@link
 * java.lang.IllegalArgumentException} reports a value out of range: what, where, got, expected.
 */
package org.kapok.core;

/**
 * Changes to the inputs of a projection that follow from something else than a rate: homes that draw people, borders
 * that are drawn anew.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads. A change leaves the inputs as
 * they were and returns others. {@link java.lang.IllegalArgumentException} reports what cannot be: what, where, got,
 * expected.
 */
package org.kapok.projection.change;

/**
 * Many futures of one population: draws of how fertility, mortality, migration and changes of status deviate from their
 * paths, projected together, and what they say of any measure.
 *
 * <p>No argument may be null. Draw i depends on i alone, so results are the same bits on any number of threads.
 * {@link java.lang.IllegalArgumentException} reports a value out of range: what, where, got, expected.
 */
package org.kapok.projection.ensemble;

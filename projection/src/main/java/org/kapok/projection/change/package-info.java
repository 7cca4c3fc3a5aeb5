/**
 * Changes to the inputs of a projection: what makes a what-if of a trend.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads.
 */
package org.kapok.projection.change;

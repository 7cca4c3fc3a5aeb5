/**
 * Targets, and solving toward them: which smallest change of the flows leads there, what each target costs, and which of
 * them cannot hold together.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads.
 */
package org.kapok.projection.target;

/**
 * Fitting of detailed tables to published totals.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads. {@link
 * java.lang.IllegalArgumentException} reports totals that no table can meet, all of them in one message.
 */
package org.kapok.core.fitting;

/**
 * Migration by age: model schedules and estimates from two populations.
 *
 * <p>Arrays have the shape [age]. No argument may be null. Every type is immutable and safe to share between threads.
 */
package org.kapok.core.migration;

/**
 * Smoothing of reported counts by age, where {@link org.kapok.core.quality} finds ages heaped or badly told.
 *
 * <p>Arrays have the shape [age]; counts are persons or events. No argument may be null. Every type is immutable and
 * safe to share between threads.
 */
package org.kapok.core.smoothing;

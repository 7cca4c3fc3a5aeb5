/**
 * Splitting of grouped counts into single years of age or finer groups.
 *
 * <p>Arrays have the shape [age]; counts are persons or events. No argument may be null. Every type is immutable and
 * safe to share between threads.
 */
package org.kapok.core.graduation;

/**
 * Fertility by age of mother, and by birth order.
 *
 * <p>Rates are births per woman-year; arrays have shape [age] and are copied in and out. No argument may be null. Every
 * type is immutable and safe to share between threads.
 */
package org.kapok.core.fertility;

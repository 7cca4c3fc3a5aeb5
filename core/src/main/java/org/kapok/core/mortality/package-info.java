/**
 * Life tables and what makes, extends, shifts and compares them.
 *
 * <p>Rates are deaths per person-year; survivors {@code lx} start from 1. Arrays have shape [age] and are copied in and
 * out. No argument may be null. Every type is immutable and safe to share between threads. Transcendental functions are
 * those of {@link java.lang.StrictMath}, so results are the same on every JDK.
 */
package org.kapok.core.mortality;

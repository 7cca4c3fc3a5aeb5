/**
 * Where and when to build: the choice of projects or places that leaves the least shortage.
 *
 * <p>The programmes are solved by ojAlgo, which an application that uses this package adds to its dependencies. No
 * argument may be null. Every type is immutable and safe to share between threads.
 * {@link java.lang.IllegalArgumentException} reports a value out of range: what, where, got, expected.
 */
package org.kapok.demand.siting;

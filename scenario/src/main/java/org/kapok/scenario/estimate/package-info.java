/**
 * Inputs of a projection estimated from what a city publishes: a base population with household registration from the
 * margins of a census, and recent flows from the record.
 *
 * <p>No argument may be null. Every type is immutable. What no publication tells is an assumption, kept in a table of
 * its own and copied into the scenario.
 */
package org.kapok.scenario.estimate;

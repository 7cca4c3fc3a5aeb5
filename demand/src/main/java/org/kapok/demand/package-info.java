/**
 * What a population needs and what it lacks: services in, demand by region and year out, gaps against supply.
 *
 * <p>No argument may be null. Every type is immutable and safe to share between threads. Arrays of results are new at
 * every call and have shape [region], in the order of the projection's regions. Demand and supply are in the unit of
 * the service and never rounded. {@link java.lang.IllegalArgumentException} reports a value out of range: what, where,
 * got, expected.
 */
package org.kapok.demand;

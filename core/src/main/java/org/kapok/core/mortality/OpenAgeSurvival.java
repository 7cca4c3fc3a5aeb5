package org.kapok.core.mortality;

/**
 * Survival into an open age group over one step, apart for those who enter it and those already in it.
 *
 * @param entrants share of the last closed group alive one step later, 0 to 1
 * @param incumbents share of the open group alive one step later, 0 to 1
 */
public record OpenAgeSurvival(double entrants, double incumbents) {}

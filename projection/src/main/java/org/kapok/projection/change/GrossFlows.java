package org.kapok.projection.change;

/**
 * Arrivals and departures of a step together.
 *
 * @param in persons who arrive
 * @param out persons who depart
 */
record GrossFlows(double in, double out) {
    /** The net, arrivals less departures. */
    double net() {
        return in - out;
    }

    /**
     * The most likely pair with a given net, where arrivals and departures are Poisson counts around these flows.
     *
     * <p>With {@code in - out = net} the product of the likelihoods is largest, factorials by Stirling's formula, where
     * {@code ln(trendIn / in) + ln(trendOut / out) = 0}, that is {@code in x out = trendIn x trendOut}. So {@code in} is
     * the positive root of {@code in^2 - net in - trendIn trendOut = 0}.
     *
     * @see "Greater London Authority (2024), 2022-based housing-led population projections"
     */
    GrossFlows withNet(double net) {
        double product = in * out;
        double root = Math.sqrt(net * net + 4 * product);
        // The larger flow is a sum of like signs; the other by the product, as a difference would lose its digits.
        double larger = (Math.abs(net) + root) / 2;
        double smaller = product / larger;
        return net >= 0 ? new GrossFlows(larger, smaller) : new GrossFlows(smaller, larger);
    }
}

package org.kapok.core.graduation;

import org.kapok.core.AgeGroups;

/** Scaling of single years so that each group adds up to its total. */
final class GroupTotals {
    private GroupTotals() {}

    /**
     * Scales single years in place.
     *
     * <p>Where the years of a group do not add up to a positive number, its count is spread evenly.
     *
     * @param single changed; single years and an open age, shape [exact age]
     * @param counts the totals, shape [age] of {@code groups}
     */
    static void keep(double[] single, double[] counts, AgeGroups groups) {
        for (int age = 0; age < groups.count(); age++) {
            int start = groups.start(age);
            int end = age == groups.open() ? single.length : groups.start(age + 1);
            double sum = 0;
            for (int exactAge = start; exactAge < end; exactAge++) {
                sum += single[exactAge];
            }
            for (int exactAge = start; exactAge < end; exactAge++) {
                single[exactAge] = sum > 0 ? single[exactAge] * (counts[age] / sum) : counts[age] / (end - start);
            }
        }
    }
}

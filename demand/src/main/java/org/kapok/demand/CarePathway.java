package org.kapok.demand;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kapok.core.Cube;

/**
 * Who needs care, how much of it, and where it is given.
 *
 * <p>The 90-6-4 standard is a pathway of one level, everybody aged 60 and over, with the shares 0.90 at home, 0.06 in the
 * community and 0.04 in an institution.
 *
 * @param prevalence the share of people who need care, 0 to 1, by level of severity, each over all axes of the cells
 * @param settings the share of the people of each level that is served in a setting, by setting and level; the shares
 *     of a level add up to 1 at most in every year that any of them names, the rest having none of these settings
 */
public record CarePathway(Map<String, Cube> prevalence, Map<String, Map<String, YearPath>> settings) {
    public CarePathway {
        prevalence = Map.copyOf(prevalence);
        prevalence.forEach((level, rates) -> Use.requireRates(rates, 1, "CarePathway.prevalence, " + level));
        Map<String, Map<String, YearPath>> copied = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, YearPath>> setting : settings.entrySet()) {
            copied.put(setting.getKey(), Map.copyOf(setting.getValue()));
            for (Map.Entry<String, YearPath> share : setting.getValue().entrySet()) {
                String where = "CarePathway.settings, " + share.getKey() + " in " + setting.getKey();
                share.getValue().requireBetween(0, 1, where);
                if (!prevalence.containsKey(share.getKey())) {
                    throw new IllegalArgumentException(where + ": got a level without prevalence, expected one of "
                            + new TreeSet<>(prevalence.keySet()));
                }
            }
        }
        settings = Map.copyOf(copied);
        for (String level : new TreeSet<>(prevalence.keySet())) {
            requireOneAtMost(level, settings);
        }
    }

    private static void add(double[] sum, double[] people, double share) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += share * people[i];
        }
    }

    /** People who are served in a setting, by region. */
    double[] served(String setting, Situation situation) {
        double[] served = situation.people().nothing();
        Map<String, YearPath> shares = settings.get(setting);
        for (String level : new TreeSet<>(shares.keySet())) {
            double share = shares.get(level).at(situation.participation());
            add(served, situation.people().weighted(prevalence.get(level)), share);
        }
        return served;
    }

    private static void requireOneAtMost(String level, Map<String, Map<String, YearPath>> settings) {
        SortedSet<Integer> years = new TreeSet<>();
        settings.values().stream()
                .filter(shares -> shares.containsKey(level))
                .forEach(shares -> years.addAll(shares.get(level).values().keySet()));
        for (int year : years) {
            double sum = 0;
            for (Map<String, YearPath> shares : settings.values()) {
                sum += shares.containsKey(level) ? shares.get(level).at(year) : 0;
            }
            if (sum > 1 + 1e-9) {
                throw new IllegalArgumentException("CarePathway.settings, " + level + ", year " + year
                        + ": got shares that add up to " + sum + ", expected 1 at most");
            }
        }
    }
}

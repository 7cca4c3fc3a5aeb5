package org.kapok.scenario;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What flows were in the past.
 *
 * @param flows each measure and area for periods that do not overlap
 */
public record FlowRecord(List<RecordedFlow> flows) {
    private static final int WINDOW = 5; // years

    public FlowRecord {
        flows = List.copyOf(flows);
    }

    /**
     * The highest and the lowest mean over five years.
     *
     * @param high persons per year in the best five years
     * @param highTo the last of them
     * @param low persons per year in the worst five years
     * @param lowTo the last of them
     * @param years how many years a window has: five, or as many as are on record together where they are fewer
     */
    public record Extremes(double high, int highTo, double low, int lowTo, int years) {
        /** The years of the highest mean, such as {@code 2016-2020}. */
        public String highYears() {
            return years == 1 ? Integer.toString(highTo) : highTo - years + 1 + "-" + highTo;
        }

        /** The years of the lowest mean. */
        public String lowYears() {
            return years == 1 ? Integer.toString(lowTo) : lowTo - years + 1 + "-" + lowTo;
        }
    }

    /**
     * The best and the worst five years in a row. Each year of a period counts with the period's mean, so a window within
     * a longer period has that mean.
     */
    public Optional<Extremes> fiveYears(String measure, String area) {
        SortedMap<Integer, Double> byYear = new TreeMap<>();
        for (RecordedFlow flow : flows) {
            for (int year = flow.from(); year <= flow.to(); year++) {
                if (flow.measure().id().equals(measure) && flow.area().equals(area)) {
                    byYear.put(year, flow.perYear());
                }
            }
        }
        int longest = 0;
        for (int year : byYear.keySet()) {
            int run = 1;
            while (run < WINDOW && byYear.containsKey(year - run)) {
                run++;
            }
            longest = Math.max(longest, run);
        }
        Extremes found = null;
        for (int last : byYear.keySet()) {
            double mean = mean(byYear, last, longest);
            if (!Double.isNaN(mean)) {
                found = found == null
                        ? new Extremes(mean, last, mean, last, longest)
                        : new Extremes(
                                Math.max(found.high, mean),
                                mean > found.high ? last : found.highTo,
                                Math.min(found.low, mean),
                                mean < found.low ? last : found.lowTo,
                                longest);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The mean of the years up to one; NaN where not all are on record. */
    private static double mean(SortedMap<Integer, Double> byYear, int last, int years) {
        double sum = 0;
        for (int year = last - years + 1; year <= last; year++) {
            sum += byYear.getOrDefault(year, Double.NaN);
        }
        return sum / years;
    }

    /** Whether a flow has a year in common with one on record. */
    boolean covers(RecordedFlow flow) {
        return flows.stream()
                .anyMatch(earlier -> earlier.measure().equals(flow.measure())
                        && earlier.area().equals(flow.area())
                        && earlier.from() <= flow.to()
                        && flow.from() <= earlier.to());
    }
}

package org.kapok.scenario.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kapok.scenario.table.TableWriter;

/** The city's past flows, as rows of a scenario's record: growth between counts less births plus deaths. */
final class PastFlows {
    static final List<String> HEADER = List.of("measure", "region", "from", "to", "value", "source", "note");

    private static final String RESIDENTS = "net_migration:resident";
    private static final String REGISTER = "net_migration:registered";
    private static final String DERIVED = "derived: growth less births plus deaths";
    private static final int[] COUNTED = {2010, 2015, 2018, 2019, 2020}; // years with counts at their end

    private final CityFacts facts;
    private final FlowEstimate flows;
    private final List<List<String>> rows = new ArrayList<>();

    PastFlows(CityFacts facts, FlowEstimate flows) {
        this.facts = facts;
        this.flows = flows;
    }

    /** All rows, a measure after the other, in the order of time. */
    List<List<String>> rows() {
        for (int i = 1; i < COUNTED.length; i++) {
            int since = COUNTED[i - 1];
            int last = COUNTED[i];
            add(RESIDENTS, since + 1, last, (netSince(since) - netSince(last)) / (last - since), DERIVED);
        }
        for (int i = 1; i < COUNTED.length; i++) {
            int since = COUNTED[i - 1];
            int last = COUNTED[i];
            double growth = facts.record("registered", last) - facts.record("registered", since);
            double natural = 0;
            for (int year = since + 1; year <= last; year++) {
                natural += facts.record("registered_births", year) - facts.record("registered_deaths", year);
            }
            add(REGISTER, since + 1, last, (growth - natural) / (last - since), DERIVED);
        }
        registered("births:registered", "registered_births");
        registered("deaths:registered", "registered_deaths");
        return rows;
    }

    /** Net migration of residents in all years after one, to 2020. */
    private double netSince(int year) {
        return year == 2020 ? 0 : flows.netMigration(year) * (2020 - year);
    }

    private void registered(String measure, String column) {
        for (int year = COUNTED[0]; year <= 2020; year++) {
            boolean published = Arrays.binarySearch(COUNTED, year) >= 0;
            add(
                    measure,
                    year,
                    year,
                    facts.record(column, year),
                    published ? "" : "on the line between published years");
        }
    }

    private void add(String measure, int from, int to, double perYear, String note) {
        rows.add(List.of(
                measure,
                "",
                Integer.toString(from),
                Integer.toString(to),
                TableWriter.text(Math.rint(perYear)),
                "yearbook-population",
                note));
    }
}

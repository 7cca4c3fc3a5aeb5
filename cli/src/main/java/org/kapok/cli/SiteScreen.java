package org.kapok.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.kapok.core.Region;
import org.kapok.demand.siting.SitingPlan;
import org.kapok.scenario.Scenario;
import org.kapok.scenario.SitingRun;

/** What to open where and when, and what that leaves missing. */
final class SiteScreen {
    private final SitingRun siting;
    private final Scenario scenario;
    private final Words words;

    SiteScreen(SitingRun siting, Words words) {
        this.siting = siting;
        this.scenario = siting.run().scenario();
        this.words = words;
    }

    void print(PrintWriter out) {
        SitingPlan plan = siting.plan();
        out.println(words.of(
                "siting_title",
                words.of(scenario.titleOf("service", siting.request().service())),
                words.of("path." + siting.request().path().label())));
        out.println();
        openings(plan).print(out);
        out.println();
        shortages(plan).print(out);
        out.println();
        out.println(words.of(
                "siting_total",
                Figures.whole(plan.before()),
                Figures.whole(plan.after()),
                Figures.whole(plan.spent())));
        siting.marginalValue()
                .ifPresent(value -> out.println(words.of("siting_margin", String.format(Locale.ROOT, "%.2f", value))));
        boolean allocated = siting.run().gap().orElseThrow().rows().stream()
                .anyMatch(row -> row.service().equals(siting.request().service()) && row.allocated());
        if (allocated) {
            out.println(words.of("allocated_note"));
        }
    }

    private TextTable openings(SitingPlan plan) {
        TextTable table = new TextTable(2, 1);
        table.add(List.of(
                words.of("site"), words.of("region"), words.of("year"), words.of("capacity"), words.of("cost")));
        for (SitingPlan.Opening opening : plan.openings()) {
            table.add(List.of(
                    opening.site().isEmpty() ? words.of("places") : opening.site(),
                    words.of(scenario.titleOf("region", opening.region())),
                    Integer.toString(opening.year()),
                    Figures.whole(opening.capacity()),
                    Figures.whole(opening.cost())));
        }
        return table;
    }

    /** Shortage of each region in the first and last year, without and with the openings. */
    private TextTable shortages(SitingPlan plan) {
        int first = plan.outcomes().get(0).year();
        int last = plan.outcomes().get(plan.outcomes().size() - 1).year();
        TextTable table = new TextTable(1, 1);
        table.add(List.of(
                words.of("short"),
                words.of("without", Integer.toString(first)),
                words.of("with", Integer.toString(first)),
                words.of("without", Integer.toString(last)),
                words.of("with", Integer.toString(last))));
        for (Region region : siting.run().projection().space().regions()) {
            SitingPlan.Outcome early = at(plan, region.id(), first);
            SitingPlan.Outcome late = at(plan, region.id(), last);
            table.add(List.of(
                    words.of(scenario.titleOf("region", region.id())),
                    Figures.whole(early.before()),
                    Figures.whole(early.after()),
                    Figures.whole(late.before()),
                    Figures.whole(late.after())));
        }
        return table;
    }

    private static SitingPlan.Outcome at(SitingPlan plan, String region, int year) {
        return plan.outcomes().stream()
                .filter(outcome -> outcome.region().equals(region) && outcome.year() == year)
                .findFirst()
                .orElseThrow();
    }
}

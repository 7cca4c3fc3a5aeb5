package org.kapok.report.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kapok.core.Region;
import org.kapok.demand.DemandPath;
import org.kapok.scenario.AgeBand;
import org.kapok.scenario.BundledScenarios;
import org.kapok.scenario.Comparison;
import org.kapok.scenario.EnsembleOptions;
import org.kapok.scenario.EnsembleRun;
import org.kapok.scenario.ScenarioRun;

/** Every kind of picture, of Guangzhou. */
record Gallery(ScenarioRun run, ScenarioRun districts, EnsembleRun ensemble, List<Comparison> comparisons) {
    static Gallery of() {
        ScenarioRun run = ScenarioRun.of(BundledScenarios.read("guangzhou"));
        return new Gallery(
                run,
                ScenarioRun.of(BundledScenarios.read("guangzhou-districts")),
                EnsembleRun.of(run.scenario(), EnsembleOptions.onThreads(2).withDraws(40)),
                Comparison.of(Stream.of("guangzhou", "guangzhou-districts", "guangzhou-plan")
                        .map(BundledScenarios::read)
                        .toList()));
    }

    String[] regions() {
        return run.projection().space().regions().stream().map(Region::id).toArray(String[]::new);
    }

    Map<String, Picture> pictures() {
        Map<String, Picture> all = new LinkedHashMap<>();
        all.put("pyramid", Picture.pyramid(run, 2035));
        all.put("pyramid of a district", Picture.pyramid(run, 2030, "440106"));
        all.put("trend", Picture.trend(run));
        all.put("trend of districts", Picture.trend(run, "resident", regions()));
        all.put("trend of births", Picture.trend(run, "births:resident"));
        all.put("trend of life expectancy", Picture.trend(run, "life_expectancy"));
        all.put("trend of scenarios", Picture.trend(comparisons));
        all.put("fan", Picture.fan(ensemble));
        all.put("fan of the old", Picture.fan(ensemble, "resident", "440106", AgeBand.parse("65+")));
        all.put("fan of births", Picture.fan(ensemble, "births", "", AgeBand.all()));
        all.put("fan of demand", Picture.fanOfDemand(ensemble, "beds", DemandPath.NORM));
        all.put("components", Picture.components(run));
        all.put("components of a district", Picture.components(run, "registered", "440104"));
        all.put("map", Picture.map(run, 2035));
        all.put("map of migration", Picture.map(run, "net_migration:registered", 2030));
        all.put("map of shares", Picture.mapOfShare(run, AgeBand.parse("65+"), 2035));
        all.put("map of change", Picture.mapOfChange(run, "registered", 2035));
        all.put("shortages", Picture.shortages(run));
        all.put("shortages by need", Picture.shortages(run, DemandPath.NEED));
        all.put("shortages of districts", Picture.shortages(districts, "nursery", DemandPath.NORM));
        return all;
    }
}

package org.kapok.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kapok.core.Population;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.table.TableWriter;

/** Measures by date, area and age band, as rows of a table. */
final class MeasureTable {
    static final List<String> HEADER = List.of("date", "kind", "measure", "region", "age_band", "persons");

    private MeasureTable() {}

    /** One row for each date, measure, area and band; year ends lie between reference dates, see Projection#on. */
    static List<List<String>> rows(ScenarioRun run) {
        Projection projection = run.projection();
        List<Region> regions = projection.space().regions();
        List<AgeBand> bands = AgeBand.asked(projection.space().ages());
        List<List<String>> rows = new ArrayList<>();
        for (LocalDate date : run.measuredDates()) {
            Population population = projection.on(date);
            String kind = projection.dates().contains(date) ? "reference" : "year_end";
            for (Measure measure : Measure.ofPeople(projection.space())) {
                for (AgeBand band : bands) {
                    Selection people = measure.people().aged(band.from(), band.to());
                    List<String> start = List.of(date.toString(), kind, measure.id());
                    rows.add(row(start, "", band, population.total(people)));
                    for (String group : projection.space().groups()) {
                        rows.add(row(start, group, band, population.total(people, group)));
                    }
                    double[] byRegion = population.byRegion(people);
                    for (int region = 0; region < byRegion.length; region++) {
                        rows.add(row(start, regions.get(region).id(), band, byRegion[region]));
                    }
                }
            }
        }
        return rows;
    }

    private static List<String> row(List<String> start, String area, AgeBand band, double persons) {
        return List.of(start.get(0), start.get(1), start.get(2), area, band.toString(), TableWriter.text(persons));
    }
}

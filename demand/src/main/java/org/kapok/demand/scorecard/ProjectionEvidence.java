package org.kapok.demand.scorecard;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kapok.core.CellSpace;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.SchoolCohort;
import org.kapok.demand.ServiceModel;
import org.kapok.demand.Supply;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;

/** The evidence of one projection. */
record ProjectionEvidence(Projection projection, Optional<Demand> demand, Optional<Supply> supply) implements Evidence {
    ProjectionEvidence {
        Objects.requireNonNull(projection, "projection");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(supply, "supply");
    }

    @Override
    public CellSpace space() {
        return projection.space();
    }

    @Override
    public LocalDate firstDate() {
        return projection.dates().get(0);
    }

    @Override
    public LocalDate lastDate() {
        return projection.dates().get(projection.dates().size() - 1);
    }

    @Override
    public OptionalDouble projected(Measure measure, String area, LocalDate date, int fromAge, int toAge) {
        return OptionalDouble.of(measure.in(projection, area, date, fromAge, toAge));
    }

    @Override
    public OptionalDouble demand(String service, DemandPath path, String area, int year) {
        if (demand.isEmpty() || !demand.get().years().contains(year)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sum(demand.get().at(service, path, year), area));
    }

    @Override
    public OptionalDouble schooled(
            String service, DemandPath path, String area, int year, Quantity.Schooled.Count count) {
        Optional<SchoolCohort> school = demand.stream()
                .flatMap(all -> all.services().stream())
                .filter(each -> each.id().equals(service))
                .findFirst()
                .flatMap(each -> each.model(path))
                .flatMap(ServiceModel::school);
        if (school.isEmpty()
                || year < firstDate().getYear()
                || year > lastDate().getYear()) {
            return OptionalDouble.empty();
        }
        SchoolCohort.Pupils pupils = school.get().pupilsOf(projection.in(year));
        return OptionalDouble.of(sum(
                switch (count) {
                    case PUPILS -> pupils.all();
                    case PUPILS_OF_AGE -> pupils.ofAge();
                    case CHILDREN -> pupils.children();
                },
                area));
    }

    private double sum(double[] byRegion, String area) {
        double sum = 0;
        for (int region : projection.space().regionsIn(area)) {
            sum += byRegion[region];
        }
        return sum;
    }
}

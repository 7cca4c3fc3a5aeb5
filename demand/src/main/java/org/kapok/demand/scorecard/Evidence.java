package org.kapok.demand.scorecard;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kapok.core.CellSpace;
import org.kapok.demand.Demand;
import org.kapok.demand.DemandPath;
import org.kapok.demand.Provision;
import org.kapok.demand.SchoolCohort;
import org.kapok.demand.ServiceModel;
import org.kapok.demand.Supply;
import org.kapok.projection.Projection;

/**
 * What indicators are computed from.
 *
 * @param projection the people
 * @param demand what they need, where the place has services
 * @param supply what there is, where it is stated
 */
public record Evidence(Projection projection, Optional<Demand> demand, Optional<Supply> supply) {
    public Evidence {
        Objects.requireNonNull(projection, "projection");
        Objects.requireNonNull(demand, "demand");
        Objects.requireNonNull(supply, "supply");
    }

    LocalDate firstDate() {
        return projection.dates().get(0);
    }

    LocalDate lastDate() {
        return projection.dates().get(projection.dates().size() - 1);
    }

    Stream<Provision> provisions(String service) {
        return supply.stream().flatMap(all -> all.of(service).stream());
    }

    OptionalDouble supply(String service, String area, LocalDate date) {
        boolean known = supply.isPresent() && supply.get().isKnown(service, date);
        if (!known || !area.equals(Supply.WHOLE_AREA) && !supply.get().isByRegion(service)) {
            return OptionalDouble.empty();
        }
        if (area.equals(Supply.WHOLE_AREA)) {
            return OptionalDouble.of(supply.get().unitsAt(service, area, date));
        }
        CellSpace space = projection.space();
        double units = 0;
        for (int region : space.regionsIn(area)) {
            units += supply.get().unitsAt(service, space.regions().get(region).id(), date);
        }
        return OptionalDouble.of(units);
    }

    OptionalDouble demand(String service, DemandPath path, String area, int year) {
        if (demand.isEmpty() || !demand.get().years().contains(year)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sum(demand.get().at(service, path, year), area));
    }

    OptionalDouble schooled(String service, DemandPath path, String area, int year, Quantity.Schooled.Count count) {
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

package org.kapok.report.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.kapok.core.CellSpace;
import org.kapok.core.Region;
import org.kapok.core.Selection;
import org.kapok.projection.Projection;
import org.kapok.projection.target.Measure;
import org.kapok.scenario.Scenario;

/**
 * A measure of an area through the years of a projection.
 *
 * @param measure what is counted
 * @param area the id of a region or group; empty for the whole place
 */
record Asked(Measure measure, String area) {
    /**
     * A measure and an area that a projection has.
     *
     * @throws IllegalArgumentException for any other
     */
    static Asked of(Projection projection, String measure, String area) {
        List<Measure> known = Measure.of(projection.inputs());
        Measure found = Measure.find(known, measure)
                .orElseThrow(
                        () -> new IllegalArgumentException("Picture: got measure \"" + measure + "\", expected one of "
                                + known.stream().map(Measure::id).toList()));
        return new Asked(found, known(projection.space(), area));
    }

    /** An area that there is. */
    static String known(CellSpace space, String area) {
        List<String> regions = space.regions().stream().map(Region::id).toList();
        if (!area.isEmpty() && !space.groups().contains(area) && !regions.contains(area)) {
            throw new IllegalArgumentException(
                    "Picture: got area \"" + area + "\", expected \"\" for the whole place, a" + " group of "
                            + space.groups() + " or a region of " + regions);
        }
        return area;
    }

    /**
     * A value and when it holds.
     *
     * @param year reference dates are at the year of their date, flows at theirs
     * @param value in the unit of the measure
     */
    record Point(double year, double value) {}

    /** The measure at every reference date, or over every year of flows. */
    List<Point> through(Projection projection) {
        List<Point> points = new ArrayList<>();
        if (measure.isStock()) {
            for (LocalDate date : projection.dates()) {
                points.add(new Point(date.getYear(), measure.in(projection, area, date, 0, Selection.OPEN)));
            }
        } else {
            for (String year : projection.flowYears().labels()) {
                points.add(new Point(Integer.parseInt(year), inYear(projection, Integer.parseInt(year))));
            }
        }
        return points;
    }

    /** A flow of a year. */
    double inYear(Projection projection, int year) {
        return measure.in(projection, area, LocalDate.of(year, 12, 31), 0, Selection.OPEN);
    }

    /** A date as a year with decimals, such that the reference dates of a scenario are whole years. */
    static double year(Scenario scenario, LocalDate date) {
        LocalDate base = scenario.inputs().base().date();
        return base.getYear() + ChronoUnit.DAYS.between(base, date) / 365.2425;
    }
}

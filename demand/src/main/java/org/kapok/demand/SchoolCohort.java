package org.kapok.demand;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Selection;

/**
 * Pupils of consecutive grades. A child's grade follows from its completed age at the last cut-off date, the entry age
 * making the first grade, not from its age at the population's own date.
 *
 * <p>With P[x] people of completed age x at the population's date and birthdays spread evenly over the year, the
 * children aged e at the cut-off are {@code (1 - f) P[e] + f P[e + 1]}: f is the share of a year's birthdays that have
 * come since, so that part of them is one year older by now.
 *
 * <p>f counts the birthdays from the day after the cut-off to the population's date, that day included, over the days
 * from the cut-off to the next one. On 1 November after a cut-off of 31 August these are 30 in September, 31 in October
 * and 1 in November: f = 62/365 (62/366 where 29 February follows). On the cut-off itself f = 0. Pupils are the
 * children of the population's date: who came since the cut-off is in it, who left is not.
 *
 * @param entryAge the completed age at the cut-off that makes the first grade, 0 or more
 * @param grades the number of grades, 1 or more
 * @param cutOff the last birthday that counts for a school year, 31 August in China
 * @param attendance pupils per child of the age, by status id; a gross enrolment ratio may be above 1. People of other
 *     statuses do not attend here
 */
public record SchoolCohort(int entryAge, int grades, MonthDay cutOff, Map<String, YearPath> attendance)
        implements ServiceModel {
    public SchoolCohort {
        if (entryAge < 0) {
            throw new IllegalArgumentException("SchoolCohort.entryAge: got " + entryAge + ", expected 0 or more years");
        }
        if (grades < 1) {
            throw new IllegalArgumentException("SchoolCohort.grades: got " + grades + ", expected 1 or more");
        }
        Objects.requireNonNull(cutOff, "cutOff");
        attendance = Map.copyOf(attendance);
        if (attendance.isEmpty()) {
            throw new IllegalArgumentException("SchoolCohort.attendance: got none, expected 1 or more statuses");
        }
        attendance.forEach((status, rate) ->
                rate.requireBetween(0, Double.MAX_VALUE, "SchoolCohort.attendance, status " + status));
    }

    @Override
    public double[] byRegion(Population population, Function<String, double[]> demandOf) {
        CellSpace space = population.space();
        requireSchoolAges(space.ages());
        attendance.keySet().stream().sorted().forEach(space::statusIndex); // refuses an unknown status
        double f = birthdaysSince(cutOff, population.date());
        double[] pupils = new double[space.regions().size()];
        for (String status : space.axes().get(1).labels()) {
            if (!attendance.containsKey(status)) {
                continue;
            }
            double rate = attendance.get(status).at(population.date().getYear());
            for (int region = 0; region < pupils.length; region++) {
                double[] persons = population.byAge(region, Selection.status(status));
                for (int age = entryAge; age < entryAge + grades; age++) {
                    pupils[region] += rate * ((1 - f) * persons[age] + f * persons[age + 1]);
                }
            }
        }
        return pupils;
    }

    /** The share of a year's birthdays that lie after the last cut-off and not after the date, 0 to below 1. */
    static double birthdaysSince(MonthDay cutOff, LocalDate date) {
        LocalDate inYear = cutOff.atYear(date.getYear());
        int lastYear = inYear.isAfter(date) ? date.getYear() - 1 : date.getYear();
        LocalDate last = cutOff.atYear(lastYear);
        LocalDate next = cutOff.atYear(lastYear + 1);
        return (double) ChronoUnit.DAYS.between(last, date) / ChronoUnit.DAYS.between(last, next);
    }

    private void requireSchoolAges(AgeGroups ages) {
        if (ages.uniformWidth() != 1) {
            throw new IllegalArgumentException("SchoolCohort: got age groups " + ages.label(0) + ", " + ages.label(1)
                    + ", ..., expected single years of age");
        }
        if (entryAge + grades >= ages.open()) {
            throw new IllegalArgumentException("SchoolCohort: got " + grades + " grades from age " + entryAge
                    + ", expected single years up to age " + (entryAge + grades) + " below the open group "
                    + ages.label(ages.open()));
        }
    }
}

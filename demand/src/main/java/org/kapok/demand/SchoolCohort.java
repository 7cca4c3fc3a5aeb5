package org.kapok.demand;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kapok.core.AgeGroups;
import org.kapok.core.CellSpace;
import org.kapok.core.Population;
import org.kapok.core.Selection;
import org.kapok.core.Status;

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
 * @param path how children go through the grades
 */
public record SchoolCohort(int entryAge, int grades, MonthDay cutOff, Map<String, YearPath> attendance, SchoolPath path)
        implements ServiceModel {
    public SchoolCohort {
        if (entryAge < 0) {
            throw new IllegalArgumentException("SchoolCohort.entryAge: got " + entryAge + ", expected 0 or more years");
        }
        if (grades < 1) {
            throw new IllegalArgumentException("SchoolCohort.grades: got " + grades + ", expected 1 or more");
        }
        Objects.requireNonNull(cutOff, "cutOff");
        Objects.requireNonNull(path, "path");
        attendance = Map.copyOf(attendance);
        if (attendance.isEmpty()) {
            throw new IllegalArgumentException("SchoolCohort.attendance: got none, expected 1 or more statuses");
        }
        attendance.forEach((status, rate) ->
                rate.requireBetween(0, Double.MAX_VALUE, "SchoolCohort.attendance, status " + status));
    }

    @Override
    public double[] byRegion(Situation situation) {
        return pupils(situation).all();
    }

    @Override
    public Optional<SchoolCohort> school() {
        return Optional.of(this);
    }

    /**
     * Pupils where they live, each number of the shape [region x population] as in {@link People}.
     *
     * @param byGrade pupils, shape [grade][region x population]
     * @param ofAge pupils who are of the official age of one of the grades
     * @param children all children of those ages and the statuses that count as resident; gross enrolment is all pupils over them, net enrolment those of the official age
     */
    // Arrays, as what a year of a projection gives is read once and dropped.
    public record Pupils(double[][] byGrade, double[] ofAge, double[] children) {
        /** Pupils of all grades. */
        public double[] all() {
            double[] all = new double[children.length];
            for (double[] grade : byGrade) {
                addTimes(all, grade, 1);
            }
            return all;
        }
    }

    /** Pupils by grade where they live, and what enrolment ratios need, at the date of a population. */
    public Pupils pupilsOf(Population population) {
        return pupils(Situation.of(People.of(population), id -> new double[0]));
    }

    private Pupils pupils(Situation situation) {
        People people = situation.people();
        CellSpace space = people.space();
        double[][] shares = path.shares(grades);
        requireSchoolAges(space.ages(), shares.length);
        attendance.keySet().stream().sorted().forEach(space::statusIndex); // refuses an unknown status
        double f = birthdaysSince(cutOff, people.date());
        int size = people.nothing().length;
        Pupils pupils = new Pupils(new double[grades][size], new double[size], new double[size]);
        for (int since = 0; since < grades; since++) {
            addTimes(pupils.children(), agedAtCutOff(people, Selection.residents(), entryAge + since, f), 1);
        }
        for (Status status : space.statuses()) {
            if (attendance.containsKey(status.id())) {
                double rate = attendance.get(status.id()).at(situation.participation());
                for (int since = 0; since < shares.length; since++) {
                    Selection own = Selection.status(status.id());
                    add(pupils, shares[since], since < grades, rate, agedAtCutOff(people, own, entryAge + since, f));
                }
            }
        }
        return pupils;
    }

    /** Pupils of children of one age, by their shares in the grades. */
    private static void add(Pupils pupils, double[] shares, boolean ofAge, double rate, double[] children) {
        for (int grade = 0; grade < pupils.byGrade().length; grade++) {
            addTimes(pupils.byGrade()[grade], children, rate * shares[grade]);
            if (ofAge) {
                addTimes(pupils.ofAge(), children, rate * shares[grade]);
            }
        }
    }

    /** Those who had completed an age on the day of the cut-off. */
    private static double[] agedAtCutOff(People people, Selection whom, int age, double f) {
        double[] shares = new double[people.space().ages().count()];
        shares[age] = 1 - f;
        shares[age + 1] = f;
        return people.weighted(whom.aged(age, age + 1), shares);
    }

    private static void addTimes(double[] target, double[] values, double times) {
        for (int i = 0; i < target.length; i++) {
            target[i] += values[i] * times;
        }
    }

    /** The share of a year's birthdays that lie after the last cut-off and not after the date, 0 to below 1. */
    static double birthdaysSince(MonthDay cutOff, LocalDate date) {
        LocalDate inYear = cutOff.atYear(date.getYear());
        int lastYear = inYear.isAfter(date) ? date.getYear() - 1 : date.getYear();
        LocalDate last = cutOff.atYear(lastYear);
        LocalDate next = cutOff.atYear(lastYear + 1);
        return (double) ChronoUnit.DAYS.between(last, date) / ChronoUnit.DAYS.between(last, next);
    }

    private void requireSchoolAges(AgeGroups ages, int years) {
        if (ages.uniformWidth() != 1) {
            throw new IllegalArgumentException("SchoolCohort: got age groups " + ages.label(0) + ", " + ages.label(1)
                    + ", ..., expected single years of age");
        }
        if (entryAge + years >= ages.open()) {
            throw new IllegalArgumentException("SchoolCohort: got " + grades + " grades from age " + entryAge
                    + ", expected single years up to age " + (entryAge + years) + " below the open group "
                    + ages.label(ages.open()));
        }
    }
}

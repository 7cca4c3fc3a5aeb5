package org.kapok.demand;

/**
 * How children go through the grades of a stage of school.
 *
 * <p>Of the children of an age at the cut-off who ever enter, {@code share[k][g]} is in grade g when k years have passed
 * since the age of entry: {@code share[0][0] = 1 - late}, {@code share[1][0] = late + share[0][0] x repeat}, and
 * {@code share[k][g] = share[k-1][g] x repeat + share[k-1][g-1] x (1 - repeat - leave)}. Who passes the last grade is
 * through. The table ends when everybody is, but for a share of 1e-9.
 *
 * @param late the share that enters a year after the age of entry, 0 to 1
 * @param repeat the share of a grade that stays in it for another year, 0 to 0.5
 * @param leave the share of a grade that leaves school before the next, 0 to 1; with {@code repeat} 1 at most
 * @see "UNESCO Institute for Statistics (2009), Education indicators: technical guidelines, reconstructed cohort method"
 */
public record SchoolPath(double late, double repeat, double leave) {
    private static final double NOBODY = 1e-9;

    public SchoolPath {
        require(late, 1, "late");
        require(repeat, 0.5, "repeat");
        require(leave, 1 - repeat, "leave");
    }

    /** Everybody enters at the age of entry and moves up a grade a year. */
    public static SchoolPath regular() {
        return new SchoolPath(0, 0, 0);
    }

    /** The share in each grade by years since the age of entry, shape [years][grade]. */
    double[][] shares(int grades) {
        int years = grades + (late > 0 ? 1 : 0);
        double staying = repeat;
        while (repeat > 0 && staying > NOBODY) {
            years++;
            staying *= repeat;
        }
        double[][] shares = new double[years][grades];
        for (int year = 0; year < years; year++) {
            for (int grade = 0; grade < grades; grade++) {
                double stayed = year > 0 ? shares[year - 1][grade] * repeat : 0;
                double passed = year > 0 && grade > 0 ? shares[year - 1][grade - 1] * (1 - repeat - leave) : 0;
                double entered = grade > 0 ? 0 : year == 0 ? 1 - late : year == 1 ? late : 0;
                shares[year][grade] = stayed + passed + entered;
            }
        }
        return shares;
    }

    private static void require(double share, double most, String what) {
        if (!(share >= 0 && share <= most)) {
            throw new IllegalArgumentException("SchoolPath." + what + ": got " + share + ", expected 0 to " + most);
        }
    }
}

package org.kapok.projection.ensemble;

import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.internal.BoundTable;

/**
 * A table as rows of regions: what it does not vary by is shared, and what varies by year is filled anew each year.
 */
final class RateRows {
    private static final int SEXES = 2;

    private final BoundTable table;
    private final BoundTable less; // taken from the table
    private final int regions;
    private final int ages;
    private final int width;
    private final double[][][][] rows; // block, status x sex, age, region of the block
    private final boolean[][] own; // block, status x sex: not shared with an earlier one
    private int filled = -1; // the year whose values are in the rows
    private double times; // and what each table was multiplied with
    private double lessTimes;

    /** Rows of a table over the axes of a projection, of so many regions each. */
    RateRows(String name, Cube cube, List<Axis> axes, int width) {
        this(name, cube, Cube.of(List.of(), 0), axes, width);
    }

    /** Rows of a table less another; lanes beyond the last region are 0. */
    RateRows(String name, Cube cube, Cube less, List<Axis> axes, int width) {
        this.width = width;
        this.table = BoundTable.bind(name, cube, axes);
        this.less = BoundTable.bind(name, less, axes);
        this.regions = axes.get(1).size();
        int statuses = axes.get(2).size();
        this.ages = axes.get(4).size();
        int blocks = (regions + width - 1) / width;
        boolean byRegion = cube.has(axes.get(1).name()) || less.has(axes.get(1).name());
        boolean byStatus = cube.has(axes.get(2).name()) || less.has(axes.get(2).name());
        boolean bySex = cube.has(axes.get(3).name()) || less.has(axes.get(3).name());
        rows = new double[blocks][statuses * SEXES][][];
        own = new boolean[blocks][statuses * SEXES];
        for (int block = 0; block < blocks; block++) {
            boolean alike = block > 0 && !byRegion && (block + 1) * width <= regions;
            for (int profile = 0; profile < statuses * SEXES; profile++) {
                int first = (byStatus ? profile / SEXES * SEXES : 0) + (bySex ? profile % SEXES : 0);
                own[block][profile] = first == profile && !alike;
                rows[block][profile] = alike ? rows[0][profile] : first < profile ? rows[block][first] : new double[ages][width];
            }
        }
    }

    /** The rows of a block, status and sex by age, in the year last filled. */
    double[][] of(int block, int status, int sex) {
        return rows[block][status * SEXES + sex];
    }

    /** Puts the values of a year into the rows, unless they are there. */
    void fill(int year) {
        fill(year, 1, 1);
    }

    /** Puts so many times the values of a year, less so many times the other table's, into the rows. */
    void fill(int year, double times, double lessTimes) {
        boolean there = filled >= 0
                && this.times == times
                && this.lessTimes == lessTimes
                && table.at(year, 0, 0, 0) == table.at(filled, 0, 0, 0)
                && less.at(year, 0, 0, 0) == less.at(filled, 0, 0, 0);
        if (there) {
            return;
        }
        this.filled = year;
        this.times = times;
        this.lessTimes = lessTimes;
        for (int block = 0; block < rows.length; block++) {
            for (int profile = 0; profile < rows[block].length; profile++) {
                if (own[block][profile]) {
                    fill(block, profile);
                }
            }
        }
    }

    private void fill(int block, int profile) {
        double[][] target = rows[block][profile];
        int lanes = Math.min(width, regions - block * width);
        for (int lane = 0; lane < lanes; lane++) {
            int region = block * width + lane;
            int at = table.at(filled, region, profile / SEXES, profile % SEXES);
            int lessAt = less.at(filled, region, profile / SEXES, profile % SEXES);
            for (int age = 0; age < ages; age++) {
                target[age][lane] = times * table.values[at + age] - lessTimes * less.values[lessAt + age];
            }
        }
    }
}

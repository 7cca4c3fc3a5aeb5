package org.kapok.projection.ensemble;

import java.util.List;
import org.kapok.core.Axis;
import org.kapok.core.Cube;
import org.kapok.projection.internal.BoundTable;
import org.kapok.projection.internal.RegionStep;

/**
 * A table as rows of regions: what it does not vary by is shared, and what varies by year is filled anew each year.
 */
final class RateRows {
    private static final int LANES = RegionStep.LANES;
    private static final int SEXES = 2;

    private final BoundTable table;
    private final BoundTable less; // taken from the table
    private final int regions;
    private final int ages;
    private final double[][][][] rows; // status x sex, age, block, region of the block
    private final boolean[][] own; // block, status x sex: not shared with an earlier one
    private int filled = -1; // the year whose values are in the rows
    private double times; // and what each table was multiplied with
    private double lessTimes;

    /** Rows of a table over the axes of a projection. */
    RateRows(String name, Cube cube, List<Axis> axes) {
        this(name, cube, Cube.of(List.of(), 0), axes);
    }

    /** Rows of a table less another; lanes beyond the last region are 0. */
    RateRows(String name, Cube cube, Cube less, List<Axis> axes) {
        this.table = BoundTable.bind(name, cube, axes);
        this.less = BoundTable.bind(name, less, axes);
        this.regions = axes.get(1).size();
        int statuses = axes.get(2).size();
        this.ages = axes.get(4).size();
        int blocks = (regions + LANES - 1) / LANES;
        boolean byRegion = cube.has(axes.get(1).name()) || less.has(axes.get(1).name());
        boolean byStatus = cube.has(axes.get(2).name()) || less.has(axes.get(2).name());
        boolean bySex = cube.has(axes.get(3).name()) || less.has(axes.get(3).name());
        rows = new double[statuses * SEXES][ages][blocks][];
        own = new boolean[blocks][statuses * SEXES];
        for (int profile = 0; profile < statuses * SEXES; profile++) {
            int first = (byStatus ? profile / SEXES * SEXES : 0) + (bySex ? profile % SEXES : 0);
            for (int block = 0; block < blocks; block++) {
                boolean alike = block > 0 && !byRegion && (block + 1) * LANES <= regions;
                own[block][profile] = first == profile && !alike;
            }
            // Rows that are read one after the other are made one after the other, and so lie in memory.
            for (int age = 0; age < ages; age++) {
                for (int block = 0; block < blocks; block++) {
                    rows[profile][age][block] =
                            own[block][profile] ? new double[LANES] : rows[first][age][first < profile ? block : 0];
                }
            }
        }
    }

    /** The row of a block, status, sex and age in the year last filled. */
    double[] of(int block, int status, int sex, int age) {
        return rows[status * SEXES + sex][age][block];
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
        for (int block = 0; block < own.length; block++) {
            for (int profile = 0; profile < rows.length; profile++) {
                if (own[block][profile]) {
                    fill(block, profile);
                }
            }
        }
    }

    private void fill(int block, int profile) {
        int lanes = Math.min(LANES, regions - block * LANES);
        for (int lane = 0; lane < lanes; lane++) {
            int region = block * LANES + lane;
            int at = table.at(filled, region, profile / SEXES, profile % SEXES);
            int lessAt = less.at(filled, region, profile / SEXES, profile % SEXES);
            for (int age = 0; age < ages; age++) {
                rows[profile][age][block][lane] =
                        times * table.values[at + age] - lessTimes * less.values[lessAt + age];
            }
        }
    }
}

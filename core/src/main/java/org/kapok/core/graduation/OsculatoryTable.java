package org.kapok.core.graduation;

import org.kapok.core.AgeGroups;

/**
 * Coefficients that turn five neighbouring five-year groups into the single years of one of them.
 *
 * <p>Three panels of five rows, one row a single year: the first group, the second, and any inner group from its two
 * neighbours on each side. The last two groups use the first two panels mirrored.
 *
 * @see "Shryock and Siegel (1973), The Methods and Materials of Demography, appendix C"
 */
enum OsculatoryTable {
    SPRAGUE(
            new double[][] {
                {.3616, -.2768, .1488, -.0336, 0},
                {.2640, -.0960, .0400, -.0080, 0},
                {.1840, .0400, -.0320, .0080, 0},
                {.1200, .1360, -.0720, .0160, 0},
                {.0704, .1968, -.0848, .0176, 0}
            },
            new double[][] {
                {.0336, .2272, -.0752, .0144, 0},
                {.0080, .2320, -.0480, .0080, 0},
                {-.0080, .2160, -.0080, 0, 0},
                {-.0160, .1840, .0400, -.0080, 0},
                {-.0176, .1408, .0912, -.0144, 0}
            },
            new double[][] {
                {-.0128, .0848, .1504, -.0240, .0016},
                {-.0016, .0144, .2224, -.0416, .0064},
                {.0064, -.0336, .2544, -.0336, .0064},
                {.0064, -.0416, .2224, .0144, -.0016},
                {.0016, -.0240, .1504, .0848, -.0128}
            }),
    BEERS_ORDINARY(
            new double[][] {
                {.3333, -.1636, -.0210, .0796, -.0283},
                {.2595, -.0780, .0130, .0100, -.0045},
                {.1924, .0064, .0184, -.0256, .0084},
                {.1329, .0844, .0054, -.0356, .0129},
                {.0819, .1508, -.0158, -.0284, .0115}
            },
            new double[][] {
                {.0404, .2000, -.0344, -.0128, .0068},
                {.0093, .2268, -.0402, .0028, .0013},
                {-.0108, .2272, -.0248, .0112, -.0028},
                {-.0198, .1992, .0172, .0072, -.0038},
                {-.0191, .1468, .0822, -.0084, -.0015}
            },
            new double[][] {
                {-.0117, .0804, .1570, -.0284, .0027},
                {-.0020, .0160, .2200, -.0400, .0060},
                {.0050, -.0280, .2460, -.0280, .0050},
                {.0060, -.0400, .2200, .0160, -.0020},
                {.0027, -.0284, .1570, .0804, -.0117}
            }),
    BEERS_MODIFIED(
            new double[][] {
                {.3332, -.1938, .0702, -.0118, .0022},
                {.2569, -.0753, .0205, -.0027, .0006},
                {.1903, .0216, -.0146, .0032, -.0005},
                {.1334, .0969, -.0351, .0059, -.0011},
                {.0862, .1506, -.0410, .0054, -.0012}
            },
            new double[][] {
                {.0486, .1831, -.0329, .0021, -.0009},
                {.0203, .1955, -.0123, -.0031, -.0004},
                {.0008, .1893, .0193, -.0097, .0003},
                {-.0108, .1677, .0577, -.0153, .0007},
                {-.0159, .1354, .0972, -.0170, .0003}
            },
            new double[][] {
                {-.0160, .0973, .1321, -.0121, -.0013},
                {-.0129, .0590, .1564, .0018, -.0043},
                {-.0085, .0260, .1650, .0260, -.0085},
                {-.0043, .0018, .1564, .0590, -.0129},
                {-.0013, -.0121, .1321, .0973, -.0160}
            });

    private static final int WIDTH = 5;

    private final double[][] first;
    private final double[][] second;
    private final double[][] inner;

    OsculatoryTable(double[][] first, double[][] second, double[][] inner) {
        this.first = first;
        this.second = second;
        this.inner = inner;
    }

    /** The formula as published, before any scaling to totals; the open group is left out and kept as it is. */
    double[] split(double[] counts, AgeGroups from) {
        double[] fives = fiveYears(counts, from);
        int groups = fives.length;
        double[] single = new double[groups * WIDTH + 1];
        for (int group = 0; group < groups; group++) {
            boolean mirrored = group >= groups - 2;
            int edge = mirrored ? groups - 1 - group : group;
            double[][] panel = edge == 0 ? first : edge == 1 ? second : inner;
            int start = edge >= 2 ? group - 2 : mirrored ? groups - 1 : 0;
            int step = mirrored ? -1 : 1;
            for (int year = 0; year < WIDTH; year++) {
                double[] row = panel[mirrored ? WIDTH - 1 - year : year];
                double sum = 0;
                for (int k = 0; k < WIDTH; k++) {
                    sum += row[k] * fives[start + step * k];
                }
                single[group * WIDTH + year] = sum;
            }
        }
        single[groups * WIDTH] = counts[from.open()];
        return single;
    }

    /** The closed five-year groups; ages 0 and 1-4 are added up where they come apart. */
    static double[] fiveYears(double[] counts, AgeGroups from) {
        int open = from.start(from.open());
        boolean fiveYears = open % WIDTH == 0
                && open / WIDTH >= WIDTH
                && (from.equals(AgeGroups.fiveYears(open)) || from.equals(AgeGroups.abridged(open)));
        if (!fiveYears) {
            throw new IllegalArgumentException("Graduation by a formula of five terms: got groups " + from.starts()
                    + ", expected 5 or more closed groups of five years, the first one whole or as 0 and 1-4");
        }
        double[] fives = new double[open / WIDTH];
        for (int age = 0; age < from.open(); age++) {
            fives[from.start(age) / WIDTH] += counts[age];
        }
        return fives;
    }
}

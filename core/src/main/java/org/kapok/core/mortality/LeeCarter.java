package org.kapok.core.mortality;

import java.util.Arrays;
import java.util.List;
import org.kapok.core.AgeGroups;

/**
 * The model of Lee and Carter: {@code ln m(x, t) = a(x) + b(x) k(t)}, b summing to 1, so that a fall of k by 1 lowers
 * the logarithms of all rates by 1 in total.
 *
 * <p>With a pattern of decline taken from elsewhere, {@link #of}, this is the method of patterns of mortality decline of
 * Andreev, Gu and Gerland. {@code ax} of the tables made follow from their rates by the rule of the tables given.
 *
 * @see "Lee and Carter (1992), Modeling and forecasting U.S. mortality, JASA 87"
 * @see "Andreev, Gu and Gerland (2013), Age patterns of mortality improvement by level of life expectancy at birth"
 */
public final class LeeCarter {
    private final LifeTable standard;
    private final double[] a;
    private final double[] b;
    private final double[] k;
    private final double[] e0;

    LeeCarter(LifeTable standard, double[] a, LeeCarterFactor.Product factor, double[] e0) {
        this.standard = standard;
        this.a = a;
        this.b = factor.b();
        this.k = factor.k();
        this.e0 = e0;
    }

    /**
     * The model nearest to the rates of life tables: a the means of their logarithms, k summing to 0.
     *
     * @param tables by time, at equal steps, 2 or more, on the same ages, with rates above 0; the last one's rule for
     *     {@code ax} is that of the model
     */
    public static LeeCarter fit(List<LifeTable> tables, LeeCarterFactor method) {
        double[][] logs = logMx(tables);
        double[] a = means(logs);
        LeeCarterFactor.Product factor = method.of(less(logs, a));
        double[] e0 = tables.stream().mapToDouble(LifeTable::e0).toArray();
        return new LeeCarter(tables.get(tables.size() - 1), a, factor, e0);
    }

    /**
     * A model with k of 0 at {@code level} and a given pattern of decline.
     *
     * @param level a life table, its rates above 0
     * @param b shape [age], finite, of a sum above 0, which is made 1
     */
    public static LeeCarter of(LifeTable level, double[] b) {
        double[] a = logMx(level);
        if (b.length != a.length) {
            throw new IllegalArgumentException(
                    "LeeCarter.b: got " + b.length + " values, expected " + a.length + ", one per age group");
        }
        double sum = 0;
        for (double value : b) {
            sum += value;
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("LeeCarter.b: got a sum of " + sum + ", expected above 0, finite");
        }
        double[] scaled = b.clone();
        for (int age = 0; age < scaled.length; age++) {
            scaled[age] /= sum;
        }
        return new LeeCarter(level, a, new LeeCarterFactor.Product(scaled, new double[1]), new double[] {level.e0()});
    }

    /** Level by age, logarithms of rates. */
    public double[] a() {
        return a.clone();
    }

    /** Pattern of change by age. */
    public double[] b() {
        return b.clone();
    }

    /** Index of mortality at the times of the tables that the model was fitted to. */
    public double[] k() {
        return k.clone();
    }

    /** The life table at an index of mortality. */
    public LifeTable at(double index) {
        return at(index, new double[b.length], 0);
    }

    /** The life table at an index of mortality and an index of another pattern. */
    LifeTable at(double index, double[] otherB, double otherIndex) {
        double[] mx = new double[a.length];
        for (int age = 0; age < mx.length; age++) {
            mx[age] = StrictMath.exp(a[age] + b[age] * index + otherB[age] * otherIndex);
        }
        return standard.withMx(mx);
    }

    /**
     * The index at which life expectancy at birth is {@code e0}, to 1e-9 years; MortCast stops at 0.01. Of several,
     * where b is partly negative, it is the first on the way from 0. Where an {@link A0Rule} jumps between its pieces
     * no table may come as near; the jumps are below 1e-5 years.
     */
    public double kOf(double e0) {
        return E0Search.solveOutwards(e0, index -> at(index).e0(), reach());
    }

    /** Indices so far apart that a rate changes some 3 million times. */
    double reach() {
        return E0Search.BOUND / Arrays.stream(b).map(Math::abs).max().getAsDouble();
    }

    /**
     * The model with the index estimated anew, so that each table's life expectancy at birth is met to 1e-9 years; k
     * then no longer sums to 0.
     *
     * @see "Lee and Miller (2001), Evaluating the performance of the Lee-Carter method, Demography 38"
     */
    public LeeCarter withKOfE0() {
        double[] indices = Arrays.stream(e0).map(this::kOf).toArray();
        return new LeeCarter(standard, a, new LeeCarterFactor.Product(b, indices), e0);
    }

    /**
     * The model through the rates of {@code last}: a are their logarithms and k is counted from its value at the last
     * time, so that a forecast starts without a jump.
     */
    public LeeCarter startingAt(LifeTable last) {
        if (!last.ages().equals(standard.ages())) {
            throw new IllegalArgumentException("LeeCarter.last: got ages "
                    + last.ages().starts() + ", expected " + standard.ages().starts());
        }
        double end = k[k.length - 1];
        double[] shifted = Arrays.stream(k).map(index -> index - end).toArray();
        return new LeeCarter(last, logMx(last), new LeeCarterFactor.Product(b, shifted), e0);
    }

    /** The model with b turned towards its ultimate pattern; see {@link LeeCarterRotation}. */
    public LeeCarter rotated(LeeCarterRotation rotation, double atE0) {
        double[] turned = rotation.rotate(standard.ages(), b, atE0);
        return new LeeCarter(standard, a, new LeeCarterFactor.Product(turned, k), e0);
    }

    /** The random walk with drift that k is taken for. */
    public RandomWalk randomWalk() {
        return RandomWalk.fit(k);
    }

    /** The life table on the central path of {@link #randomWalk}, {@code steps} after the last of those fitted to. */
    public LifeTable forecast(int steps) {
        return at(randomWalk().mean(steps));
    }

    static double[] logMx(LifeTable table) {
        double[] logs = table.mx();
        for (int age = 0; age < logs.length; age++) {
            if (!(logs[age] > 0)) {
                throw new IllegalArgumentException("LeeCarter.tables, age "
                        + table.ages().label(age) + ": got a rate of " + logs[age] + ", expected above 0");
            }
            logs[age] = StrictMath.log(logs[age]);
        }
        return logs;
    }

    /** Logarithms of rates, [time][age]. */
    static double[][] logMx(List<LifeTable> tables) {
        if (tables.size() < 2) {
            throw new IllegalArgumentException("LeeCarter.tables: got " + tables.size() + ", expected 2 or more");
        }
        AgeGroups ages = tables.get(0).ages();
        for (LifeTable table : tables) {
            if (!table.ages().equals(ages)) {
                throw new IllegalArgumentException("LeeCarter.tables: got ages "
                        + table.ages().starts() + " beside " + ages.starts() + ", expected the same");
            }
        }
        return tables.stream().map(LeeCarter::logMx).toArray(double[][]::new);
    }

    /** Means over time. */
    static double[] means(double[][] logs) {
        double[] means = new double[logs[0].length];
        for (double[] row : logs) {
            for (int age = 0; age < means.length; age++) {
                means[age] += row[age] / logs.length;
            }
        }
        return means;
    }

    static double[][] less(double[][] logs, double[] a) {
        double[][] centred = new double[logs.length][a.length];
        for (int time = 0; time < logs.length; time++) {
            for (int age = 0; age < a.length; age++) {
                centred[time][age] = logs[time][age] - a[age];
            }
        }
        return centred;
    }
}

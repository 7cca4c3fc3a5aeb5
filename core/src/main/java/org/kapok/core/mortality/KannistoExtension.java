package org.kapok.core.mortality;

/**
 * Death rates at old single ages by Kannisto's law, {@code m = c exp(d x) / (1 + c exp(d x))}: a line in the logit,
 * fitted by least squares to the rates of an age window, as MortCast does. It replaces all rates above the window.
 *
 * @param from first age of the window
 * @param to last age of the window, above {@code from}
 * @see "Thatcher, Kannisto and Vaupel (1998), The Force of Mortality at Ages 80 to 120"
 */
public record KannistoExtension(int from, int to) implements OldAgeExtension {
    public KannistoExtension {
        if (!(from >= 0 && to > from)) {
            throw new IllegalArgumentException(
                    "KannistoExtension: got ages " + from + " to " + to + ", expected 2 or more ages from 0 on");
        }
    }

    @Override
    public double[] extend(double[] mx, int open) {
        return extendTogether(open, mx)[0];
    }

    /** As {@link #extend}, of several populations with one common slope, so that their rates never cross above. */
    public double[][] extendTogether(int open, double[]... mx) {
        double middle = 0.5 * (from + to);
        double[] level = new double[mx.length];
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < mx.length; i++) {
            for (int age = from; age <= to; age++) {
                double logit = logit(mx[i], age);
                level[i] += logit / (to - from + 1);
                xy += (age - middle) * logit;
                xx += (age - middle) * (age - middle);
            }
        }
        double slope = xy / xx;
        double[][] extended = new double[mx.length][open + 1];
        for (int i = 0; i < mx.length; i++) {
            for (int age = 0; age <= open; age++) {
                extended[i][age] =
                        age <= to ? mx[i][age] : 1 / (1 + StrictMath.exp(-level[i] - slope * (age - middle)));
            }
        }
        return extended;
    }

    private double logit(double[] mx, int age) {
        if (age >= mx.length) {
            throw new IllegalArgumentException(
                    "KannistoExtension.mx: got ages 0 to " + (mx.length - 1) + ", expected ages up to " + to);
        }
        if (!(mx[age] > 0 && mx[age] < 1)) {
            throw new IllegalArgumentException(
                    "KannistoExtension.mx, age " + age + ": got " + mx[age] + ", expected above 0 and below 1");
        }
        return StrictMath.log(mx[age] / (1 - mx[age]));
    }
}

package org.kapok.core.mortality;

/**
 * A curve of death rates at old ages, {@code m(x) = c + g / (1 + k g)}, {@code g = a exp(b x)}: an {@link OldAgeLaw}
 * with its parameters.
 *
 * @param c the part that does not depend on age, deaths per person-year, 0 or more
 * @param a level, above 0
 * @param b rise of {@code ln g} per year of age
 * @param k how soon the rise slows down, 0 or more; the rate levels off at {@code c + 1 / k}
 */
public record OldAgeHazard(double c, double a, double b, double k) {
    public OldAgeHazard {
        check(c >= 0 && c < Double.POSITIVE_INFINITY, "c", c, "0 or more, finite");
        check(a > 0 && a < Double.POSITIVE_INFINITY, "a", a, "above 0, finite");
        check(Double.isFinite(b), "b", b, "a finite number");
        check(k >= 0 && k < Double.POSITIVE_INFINITY, "k", k, "0 or more, finite");
    }

    /** Deaths per person-year at an age of {@code x} years, as counted in the rates that the curve was fitted to. */
    public double at(double x) {
        // g / (1 + k g), in the form that does not overflow
        return c + 1 / (k + StrictMath.exp(-b * x) / a);
    }

    private static void check(boolean ok, String name, double got, String expected) {
        if (!ok) {
            throw new IllegalArgumentException("OldAgeHazard." + name + ": got " + got + ", expected " + expected);
        }
    }
}

package org.kapok.core.mortality;

import java.util.Arrays;
import java.util.Objects;

/**
 * Death rates at old single ages by an {@link OldAgeLaw} fitted to the logarithms of the rates of an age window, as
 * MortalityLaws' {@code LF2}. {@link KannistoExtension} instead fits the logits.
 *
 * @param law the law
 * @param from first age of the window
 * @param to last age of the window, above {@code from}
 * @param start first age that takes the law's rate, above {@code from}, at most one above {@code to}
 */
public record LawExtension(OldAgeLaw law, int from, int to, int start) implements OldAgeExtension {
    public LawExtension {
        Objects.requireNonNull(law, "law");
        if (!(from >= 0 && to > from)) {
            throw new IllegalArgumentException(
                    "LawExtension: got ages " + from + " to " + to + ", expected 2 or more ages from 0 on");
        }
        if (!(start > from && start <= to + 1)) {
            throw new IllegalArgumentException(
                    "LawExtension.start: got " + start + ", expected " + (from + 1) + " to " + (to + 1));
        }
    }

    /** The law from the age after the window on. */
    public LawExtension(OldAgeLaw law, int from, int to) {
        this(law, from, to, to + 1);
    }

    /** The law with the parameters that fit {@code mx}, deaths per person-year by single years from 0 on. */
    public OldAgeHazard fit(double[] mx) {
        if (mx.length <= to) {
            throw new IllegalArgumentException(
                    "LawExtension.mx: got ages 0 to " + (mx.length - 1) + ", expected ages up to " + to);
        }
        return law.fit(from, Arrays.copyOfRange(mx, from, to + 1));
    }

    @Override
    public double[] extend(double[] mx, int open) {
        OldAgeHazard hazard = fit(mx);
        double[] extended = new double[open + 1];
        for (int age = 0; age <= open; age++) {
            extended[age] = age < start ? mx[age] : hazard.at(age);
        }
        return extended;
    }
}

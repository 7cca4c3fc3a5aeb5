package org.kapok.core.mortality;

/** A way to carry death rates on to the oldest single ages, where few die and rates as counted are erratic. */
public sealed interface OldAgeExtension permits KannistoExtension, LawExtension {
    /**
     * Rates by single years up to {@code open}.
     *
     * @param mx deaths per person-year by single years from 0 on, up to the last age of the fit at least
     * @param open last age wanted, the open group of a life table of the result
     */
    double[] extend(double[] mx, int open);
}

package org.kapok.core.mortality;

/**
 * Where the mean years lived in a five-year group of an abridged life table by those who die in it come from.
 *
 * @see "Greville (1943), Short methods of constructing abridged life tables, Record of the American Institute of
 *     Actuaries 32"
 */
public enum GroupAx {
    /**
     * 2.5 at 5-9 and 10-14, Greville's formula from 15 on.
     *
     * @see "United Nations (1982), Model Life Tables for Developing Countries, p. 31"
     */
    GREVILLE,
    /** Greville's formula from 5 on; at 5-9 the slope of the rates is over the 9.5 years between 1-4 and 10-14. */
    GREVILLE_FROM_5,
    /**
     * 2.5 at every age.
     *
     * @see "Arriaga (1994), Population Analysis with Microcomputers, vol. 1 (LTPOPDTH)"
     */
    MIDDLE
}

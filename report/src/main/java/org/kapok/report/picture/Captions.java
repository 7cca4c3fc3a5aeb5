package org.kapok.report.picture;

/**
 * The words around a chart.
 *
 * @param title what it shows, of where and when
 * @param subtitle of which scenario, counted in what
 * @param note what a reader has to know
 */
record Captions(String title, String subtitle, String note) {
    Captions withTitle(String other) {
        return new Captions(other, subtitle, note);
    }

    Captions withNote(String other) {
        return new Captions(title, subtitle, other);
    }
}

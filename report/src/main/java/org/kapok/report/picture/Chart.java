package org.kapok.report.picture;

import java.awt.geom.Rectangle2D;

/** A kind of picture. */
interface Chart {
    /** The words around it. */
    Captions captions(Words words);

    /** Draws it. */
    void draw(Sheet sheet, Rectangle2D body);
}

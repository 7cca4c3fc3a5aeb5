/**
 * Charts of runs as PNG and SVG, drawn without a browser or a screen.
 *
 * <p>A {@link org.kapok.report.picture.Picture} is laid out once, as filled shapes, lines and labels; both forms show the
 * same layout. Lengths are in units of 1/96 inch. No argument may be null; every public type is immutable.
 */
package org.kapok.report.picture;

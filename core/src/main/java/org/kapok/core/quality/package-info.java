/**
 * How well ages were reported in a census or survey.
 *
 * <p>Arrays have the shape [exact age], persons by single years from age 0, unless age groups are given: then [age]. No
 * argument may be null.
 */
package org.kapok.core.quality;

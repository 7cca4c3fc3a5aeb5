/**
 * How well ages were reported in a census or survey.
 *
 * <p>Arrays have the shape [exact age], persons by single years from age 0. No argument may be null.
 */
package org.kapok.core.quality;

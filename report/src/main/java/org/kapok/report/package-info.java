/** Results of a run made for people to look at. */
package org.kapok.report;

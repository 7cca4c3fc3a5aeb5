/** The report in one HTML file that a browser opens from disk, without a network. */
package org.kapok.report.html;

/** The command line. */
package org.kapok.cli;

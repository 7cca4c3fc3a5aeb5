/** How long the library takes, measured by JMH through its public API. */
package org.kapok.benchmarks;

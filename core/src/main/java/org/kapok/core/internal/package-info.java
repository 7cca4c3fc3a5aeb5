/** Array kernels shared by the schedules; not exported, and without checks, as inputs come from valid values. */
package org.kapok.core.internal;

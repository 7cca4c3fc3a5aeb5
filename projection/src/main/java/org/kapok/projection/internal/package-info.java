/** The projection loop on plain arrays. Not exported: kernels may change in any release. */
package org.kapok.projection.internal;

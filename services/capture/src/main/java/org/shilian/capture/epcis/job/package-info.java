/** Capture jobs as EPCIS 2.0 shapes them: the outcome of a posted document. */
@NullMarked
package org.shilian.capture.epcis.job;

import org.jspecify.annotations.NullMarked;

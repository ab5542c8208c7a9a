/**
 * Recorded events as EPCIS 2.0 gives them back: as they came, with what was declared of them since.
 */
@NullMarked
package org.shilian.capture.epcis.event;

import org.jspecify.annotations.NullMarked;

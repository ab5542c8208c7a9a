/**
 * The REST door of EPCIS 2.0 (§12 of the standard and its OpenAPI description): documents and
 * single events in, capture jobs and single events out. What it takes goes the way of all events.
 */
@NullMarked
package org.shilian.capture.epcis;

import org.jspecify.annotations.NullMarked;

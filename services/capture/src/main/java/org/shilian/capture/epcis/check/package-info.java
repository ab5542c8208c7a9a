/**
 * Checks EPCIS events one by one: what EPCIS and GS1 demand has been found by their reader; what
 * the platform demands is what it demands of the trade event that the EPCIS event says.
 */
@NullMarked
package org.shilian.capture.epcis.check;

import org.jspecify.annotations.NullMarked;

/**
 * What the regulator asks: rates over the food of a region, read from the counters that the ledger
 * publishes, and therefore as fast as they are exact.
 */
@NullMarked
package org.shilian.regulator;

import org.jspecify.annotations.NullMarked;

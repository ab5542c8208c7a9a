/**
 * Trade events: the short form in which a shop says what it did with food, and their EPCIS 2.0
 * form, both ways.
 */
@NullMarked
package org.shilian.chain.trade;

import org.jspecify.annotations.NullMarked;

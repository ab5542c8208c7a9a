package org.shilian.simulator.days;

import org.shilian.simulator.county.Operator;

/**
 * One upload.
 *
 * @param by whose key it is posted with
 */
public record Filing(Operator by, TradeEvent event, Expected expected) {}

package org.shilian.simulator.filing;

import org.shilian.simulator.county.Operator;
import org.shilian.simulator.paper.TradeEvent;

/**
 * One upload.
 *
 * @param by whose key it is posted with
 */
public record Filing(Operator by, TradeEvent event, Expected expected) {}

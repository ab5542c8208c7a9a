package org.shilian.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.shilian.chain.trade.TradeEvent;

/**
 * An event on its way.
 *
 * @param eventId its identity, however often it is posted
 * @param json what is posted
 * @param event what that says
 */
record Posted(String eventId, ObjectNode json, TradeEvent event) {}

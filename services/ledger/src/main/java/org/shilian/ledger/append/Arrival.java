package org.shilian.ledger.append;

import org.shilian.chain.trade.TradeEvent;

/**
 * An event as it came from Kafka, read and found to be one.
 *
 * @param origin where it came from
 * @param eventId its identity
 * @param hash the CBV event hash of its content
 * @param record the EPCIS event as it travelled
 * @param event what it says
 */
public record Arrival(
    Origin origin, String eventId, String hash, RecordedEvent record, TradeEvent event) {}

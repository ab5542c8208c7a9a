package org.shilian.ledger.trace.facts;

import java.time.Instant;

/**
 * A hold or recall that binds a lot.
 *
 * @param kind {@code held} or {@code recalled}
 * @param derived whether it is on what the lot was made of
 */
public record LotMeasure(String eventId, String kind, boolean derived, Instant since) {}

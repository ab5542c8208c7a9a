package org.shilian.ledger.trace.facts;

import java.time.Instant;
import org.shilian.ledger.trace.graph.HoldingId;

/** Something about an event at a holding that a regulator should see. */
public record LotFlag(
    String eventId, String type, HoldingId holding, String kind, Instant eventTime) {}

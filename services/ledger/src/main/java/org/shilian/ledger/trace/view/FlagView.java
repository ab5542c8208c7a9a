package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something about an event that a regulator should see. */
@Schema(name = "Flag")
public record FlagView(
    @JsonProperty("eventID") String eventId,
    String type,
    String operator,
    String gtin,
    String lot,
    @Schema(
            enumeration = {
              "expired-at-receipt",
              "held",
              "recalled",
              "impossible-yield",
              "over-shipped"
            })
        String kind,
    Instant eventTime) {}

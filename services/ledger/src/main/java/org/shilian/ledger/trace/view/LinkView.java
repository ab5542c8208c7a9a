package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link of a trace, in the direction in which the food went. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TraceLink")
public record LinkView(
    String from,
    String to,
    @Schema(enumeration = {LinkView.HOP, LinkView.MADE_INTO}) String kind,
    @Nullable String orderCode,
    @Nullable BigDecimal shipped,
    @Nullable BigDecimal received,
    @Schema(description = "How much of the first lot went into the events that made the second")
        @Nullable BigDecimal used,
    @Nullable String unit,
    @Nullable Instant shippedAt,
    @Nullable Instant receivedAt,
    @Nullable Instant madeAt,
    boolean matched,
    @Schema(
            description = "What is wrong with a hop that is not matched",
            enumeration = {"no-shipment", "no-receipt", "too-much-received", "void"})
        @Nullable String gap,
    @Schema(description = "The events that it rests on and that count, at most 100")
        @JsonProperty("eventIDs")
        List<String> eventIds) {
  static final String HOP = "hop";
  static final String MADE_INTO = "made-into";
}

package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a trace ends or breaks, and why.
 *
 * @param gap whether something is missing
 * @param hop what a reason that is about a hop rests on
 * @param holding what a reason that is about a holding rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TraceEnd")
public record EndView(
    String node,
    String gtin,
    String lot,
    String operator,
    @Schema(
            enumeration = {
              "origin-reached",
              "no-shipment",
              "no-receipt",
              "too-much-received",
              "never-received",
              "lot-unknown",
              "input-unknown",
              "off-chain",
              "voided",
              "not-matured",
              "consumer-reached",
              "terminal-reached",
              "disposed",
              "way-ends",
              "depth-reached",
              "limit-reached",
              "out-of-scope"
            })
        String reason,
    boolean gap,
    @Schema(description = "The same as a sentence, in zh-CN or en") String text,
    @Schema(
            description = "What was voided",
            enumeration = {"shipment", "receipt", "both", "making"})
        @Nullable String side,
    @Nullable String unit,
    @JsonUnwrapped @Nullable OfHop hop,
    @JsonUnwrapped @Nullable OfHolding holding) {

  /** The two sides of a hop. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TraceEndHop")
  public record OfHop(
      String from,
      String to,
      @Nullable String orderCode,
      @Nullable BigDecimal shipped,
      @Nullable BigDecimal received,
      @Nullable Instant shippedAt,
      @Nullable Instant receivedAt) {}

  /** What a holding's operator did with it, as far as the reason needs it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TraceEndHolding")
  public record OfHolding(
      @Nullable BigDecimal made,
      @Nullable BigDecimal stock,
      @Nullable BigDecimal sold,
      @Nullable BigDecimal used,
      @Nullable BigDecimal disposed,
      @Nullable BigDecimal passedOn,
      @Schema(description = "By what kind of event it was made") @Nullable String making,
      @Schema(description = "Production date") @Nullable LocalDate date,
      @Nullable LocalDate maturesOn,
      @Schema(description = "How many links lead on") @Nullable Integer more) {

    static OfHolding origin(
        @Nullable BigDecimal made, @Nullable String making, @Nullable LocalDate date) {
      return new OfHolding(made, null, null, null, null, null, making, date, null, null);
    }

    static OfHolding passedOn(BigDecimal passedOn) {
      return new OfHolding(null, null, null, null, null, passedOn, null, null, null, null);
    }

    static OfHolding consumer(BigDecimal sold, BigDecimal used) {
      return new OfHolding(null, null, sold, used, null, null, null, null, null, null);
    }

    static OfHolding wayEnds(BigDecimal stock, BigDecimal sold, BigDecimal used) {
      return new OfHolding(null, stock, sold, used, null, null, null, null, null, null);
    }

    static OfHolding stock(BigDecimal stock, @Nullable LocalDate maturesOn) {
      return new OfHolding(null, stock, null, null, null, null, null, null, maturesOn, null);
    }

    static OfHolding disposed(BigDecimal disposed) {
      return new OfHolding(null, null, null, null, disposed, null, null, null, null, null);
    }

    static OfHolding more(int more) {
      return new OfHolding(null, null, null, null, null, null, null, null, null, more);
    }
  }
}

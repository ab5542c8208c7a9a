package org.shilian.ledger.trace.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was said of a lot, and the papers that came with it. */
@Schema(name = "TraceEvidence")
public record EvidenceView(
    String gtin,
    String lot,
    List<MakingView> makings,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "TEST events")
        List<ObjectNode> tests,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "CERTIFY events")
        List<ObjectNode> certificates,
    @Schema(type = SchemaType.ARRAY, implementation = Object.class, description = "INSPECT events")
        List<ObjectNode> inspections,
    List<TemperatureView> temperatures,
    List<VoucherView> vouchers,
    List<MeasureView> measures) {

  boolean isEmpty() {
    return makings.isEmpty()
        && tests.isEmpty()
        && certificates.isEmpty()
        && inspections.isEmpty()
        && temperatures.isEmpty()
        && vouchers.isEmpty()
        && measures.isEmpty();
  }

  /** That an operator made the lot, and counts as having. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TraceMaking")
  public record MakingView(
      @JsonProperty("eventID") String eventId,
      @Schema(enumeration = {"PRODUCE", "FIRST_IN", "REPACK"}) String type,
      Instant eventTime,
      String operator,
      @Nullable LocalDate productionDate,
      @Nullable LocalDate expirationDate) {}

  /**
   * Temperatures in °C, put together.
   *
   * @param lowest the lowest that is allowed
   * @param highest the highest that is allowed
   * @param outside how many readings are outside of that
   * @param box where they were measured, if it was at a box
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TraceTemperature")
  public record TemperatureView(
      @JsonProperty("eventID") String eventId,
      String type,
      Instant eventTime,
      String operator,
      int readings,
      Instant first,
      Instant last,
      BigDecimal coldest,
      BigDecimal warmest,
      @Nullable BigDecimal lowest,
      @Nullable BigDecimal highest,
      int outside,
      @Nullable String device,
      @Nullable String box) {}

  /** The papers of a receipt. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TraceVouchers")
  public record VoucherView(
      @JsonProperty("eventID") String eventId,
      String operator,
      String supplier,
      @Nullable String orderCode,
      List<String> vouchers) {}

  /** A hold or recall in force. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TraceMeasure")
  public record MeasureView(
      @JsonProperty("eventID") String eventId,
      @Schema(enumeration = {"held", "recalled"}) String kind,
      @Schema(description = "Whether it is on what the lot was made of; absent when not")
          @Nullable Boolean derived,
      Instant since) {}
}

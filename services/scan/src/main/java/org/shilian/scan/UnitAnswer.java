package org.shilian.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.DigitalLink;
import org.shilian.registry.box.Box;
import org.shilian.scan.story.Status;
import org.shilian.scan.words.Language;

/**
 * What the label of a box or pallet tells a program. {@code state} and stations are fixed words;
 * {@code badge}, {@code verdict}, {@code warnings} and {@code place} are in {@code language}. Names
 * and lots are told to the two sides of a shipment and to regulators only.
 */
@Schema(name = "ScannedUnit")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitAnswer(
    @Schema(enumeration = "logistic-unit") String kind,
    String digitalLink,
    String sscc,
    String language,
    @Schema(enumeration = {"numbered", "shipped", "partly-received", "received"}) String state,
    String badge,
    String verdict,
    @Schema(description = "What to be careful of, empty if nothing is known") List<String> warnings,
    ProductAnswer.@Nullable Operator numberedBy,
    @Schema(description = "Whether the number was given out by this platform") boolean issued,
    @Schema(description = "In the order of their times, at most 10") List<Shipment> shipments) {

  /** A shipment that names the box. */
  @Schema(name = "ScannedUnitShipment")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Shipment(
      Side from,
      Side to,
      OffsetDateTime shippedAt,
      @Nullable OffsetDateTime receivedAt,
      @Schema(enumeration = {"shipped", "partly-received", "received"}) String state,
      @Schema(description = "How many boxes it has, this among them") int boxes,
      @Nullable @Schema(description = "Left out if they are not the business of whoever asks")
          List<Goods> goods) {
    static Shipment of(ScannedUnit.Hop hop, String base, Language in) {
      Box.Shipment shipment = hop.shipment();
      return new Shipment(
          Side.of(hop.from(), in),
          Side.of(hop.to(), in),
          shipment.shippedAt(),
          shipment.receivedAt(),
          shipment.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          shipment.boxes(),
          hop.open() ? hop.rows().stream().map(row -> Goods.of(row, base)).toList() : null);
    }
  }

  /** One side of a shipment. */
  @Schema(name = "ScannedUnitSide")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Side(
      @Schema(
              enumeration = {
                "producer",
                "distributor",
                "central-kitchen",
                "shop",
                "caterer",
                "outside"
              })
          String station,
      @Nullable String region,
      @Nullable String place,
      @Nullable @Schema(description = "Told to the two sides and to regulators only") String name) {
    static Side of(ScannedUnit.Side side, Language in) {
      String region = side.region();
      return new Side(
          side.station().text(),
          region,
          region == null ? null : in.wording().region(region),
          side.name());
    }
  }

  /** A lot in the shipment; in which of its boxes is not recorded. */
  @Schema(name = "ScannedUnitGoods")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Goods(
      String digitalLink,
      String product,
      String lot,
      BigDecimal quantity,
      String uom,
      @Nullable @Schema(enumeration = {"recalled", "held"}) String stop) {
    static Goods of(ScannedUnit.Row row, String base) {
      Status stop = row.stop();
      return new Goods(
          DigitalLink.ofBatch(row.line().gtin(), row.line().lot()).toUri(base),
          row.product(),
          row.lot(),
          row.line().quantity().value(),
          row.line().quantity().unit().code(),
          stop == null ? null : stop.text());
    }
  }

  static UnitAnswer of(ScannedUnit unit, String base, Language in) {
    Box box = unit.box();
    Box.Numbering numbering = box.numbering();
    return new UnitAnswer(
        "logistic-unit",
        DigitalLink.ofLogisticUnit(box.sscc()).toUri(base),
        box.sscc().value(),
        in.tag(),
        unit.stateText(),
        in.units().badge(unit.state()),
        in.units().verdict(unit.state()),
        unit.warnings(in),
        ProductAnswer.Operator.of(unit.numberer(), in.wording()),
        numbering != null && numbering.issued(),
        unit.hops().stream().map(hop -> Shipment.of(hop, base, in)).toList());
  }
}

package org.shilian.codes.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.CodeForm;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gdti;
import org.shilian.registry.order.Delivery;
import org.shilian.registry.order.DeliveryView;
import org.shilian.registry.order.OrderCode;
import org.shilian.registry.order.OrderRecord;
import org.shilian.registry.order.SealedMeal;

/** An order code as its owner is told of it. */
@Schema(name = "OrderCode")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderCodeView(
    @Schema(enumeration = "order") String kind,
    @Schema(enumeration = {"delivery", "sealed-meal"}) String type,
    @Schema(examples = "9521199000004044G14HPJWCDBPFS1") String gdti,
    String digitalLink,
    @Schema(description = "The same as the QR symbol holds it, scheme and host in upper case")
        String symbolText,
    @Schema(examples = "(253)9521199000004044G14HPJWCDBPFS1") String elementString,
    @Schema(
            enumeration = {"issued", "bound", "sealed", "opened", "shipped", "received"},
            description =
                "Of a sealed meal: issued, bound, sealed, opened. Of a delivery: issued, shipped,"
                    + " received")
        String state,
    String operator,
    @Schema(description = "The roll it was issued in") UUID roll,
    @Schema(examples = "1", description = "Its place there") long number,
    Instant issuedAt,
    @Nullable Meal meal,
    @Nullable DeliveryView delivery,
    Symbols symbols) {

  /** What is in a meal. */
  @Schema(name = "OrderMeal")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Meal(
      @Nullable @Schema(description = "The number on the seal") String seal,
      @Nullable OffsetDateTime sealedAt,
      @Nullable @Schema(description = "When somebody first said that the seal is broken")
          Instant openedAt,
      List<String> dishes,
      List<MealLot> lots,
      @Schema(description = "How many events say that they put this seal on; more than 1 is wrong")
          int sealings) {
    static Meal of(SealedMeal meal) {
      return new Meal(
          meal.seal(),
          meal.sealedAt(),
          meal.openedAt(),
          meal.dishes(),
          meal.lots().stream()
              .map(lot -> new MealLot(lot.gtin().value(), lot.lot().value()))
              .toList(),
          meal.sealings());
    }
  }

  /** What a dish was made of. */
  @Schema(name = "OrderMealLot")
  record MealLot(String gtin, String lot) {}

  /** Where the pictures are. */
  @Schema(name = "OrderCodeSymbols")
  record Symbols(String svg, String png) {}

  static String path(Gdti code) {
    return OrderResource.PATH + "/" + code;
  }

  static OrderCodeView of(OrderRecord record, String base) {
    OrderCode code = record.code();
    DigitalLink link = DigitalLink.ofDocument(code.gdti());
    SealedMeal meal = record.meal();
    Delivery delivery = record.delivery();
    return new OrderCodeView(
        "order",
        code.kind().text(),
        code.gdti().value(),
        link.toUri(base),
        link.toUpperCaseUri(base),
        "(253)" + code.gdti(),
        record.state(),
        code.owner().value(),
        code.roll(),
        code.number(),
        code.issuedAt(),
        meal == null ? null : Meal.of(meal),
        delivery == null ? null : DeliveryView.of(code, delivery),
        new Symbols(
            path(code.gdti()) + CodeForm.SVG.suffix(), path(code.gdti()) + CodeForm.PNG.suffix()));
  }
}

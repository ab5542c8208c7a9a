package org.shilian.scan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.order.DeliveryView;
import org.shilian.registry.order.OrderCode;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.OrderWording;

/**
 * What an order code tells a program. {@code type}, {@code state} and {@code status} are fixed
 * words; {@code badge}, {@code verdict}, {@code warning} and {@code place} are in {@code language}.
 * Of a delivery only its parties and regulators are told more than that it is one.
 */
@Schema(name = "ScannedOrder")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderAnswer(
    @Schema(enumeration = "order") String kind,
    @Schema(enumeration = {"delivery", "sealed-meal"}) String type,
    String digitalLink,
    String gdti,
    String language,
    @Nullable @Schema(enumeration = {"issued", "bound", "sealed", "opened", "shipped", "received"})
        String state,
    @Nullable String badge,
    String verdict,
    @Nullable String warning,
    @Nullable Meal meal,
    @Nullable DeliveryView delivery,
    @Nullable @Schema(description = "The event that receives all of it, but for its eventTime")
        Receive receive) {

  /** A sealed meal. */
  @Schema(name = "ScannedMeal")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Meal(
      ProductAnswer.@Nullable Operator kitchen,
      @Nullable @Schema(description = "The number on the seal") String seal,
      @Nullable OffsetDateTime sealedAt,
      @Nullable Instant openedAt,
      List<String> dishes,
      List<ListedLot> lots) {}

  /** A RECEIVE of all lines. */
  @Schema(name = "ReceiptOfAllLines")
  record Receive(
      @Schema(enumeration = "RECEIVE") String type,
      String operator,
      String supplier,
      String orderCode,
      boolean allLines) {}

  static OrderAnswer of(String digitalLink, ScannedMeal scanned, String base, Language in) {
    OrderWording words = in.orders();
    var meal = scanned.meal();
    return new OrderAnswer(
        "order",
        scanned.code().kind().text(),
        digitalLink,
        scanned.code().gdti().value(),
        in.tag(),
        meal.state().text(),
        words.mealBadge(meal.state()),
        words.verdict(meal),
        words.warning(meal),
        new Meal(
            ProductAnswer.Operator.of(scanned.kitchen(), in.wording()),
            meal.seal(),
            meal.sealedAt(),
            meal.openedAt(),
            meal.dishes(),
            scanned.lots().stream().map(lot -> ListedLot.of(lot, base, in)).toList()),
        null,
        null);
  }

  /** What a party or a regulator is told of a delivery. */
  static OrderAnswer of(String digitalLink, ScannedDelivery scanned, Language in) {
    OrderWording words = in.orders();
    OrderCode code = scanned.code();
    var receiver = scanned.receiver();
    return new OrderAnswer(
        "order",
        code.kind().text(),
        digitalLink,
        code.gdti().value(),
        in.tag(),
        scanned.delivery().state().text(),
        words.deliveryBadge(scanned.delivery().state()),
        words.receiveAdvice(scanned.delivery().state()),
        null,
        null,
        DeliveryView.of(code, scanned.delivery()),
        receiver == null
            ? null
            : new Receive(
                "RECEIVE", receiver.value(), code.owner().value(), code.gdti().value(), true));
  }

  /** What anybody else is told of it. */
  static OrderAnswer ofAnothersDelivery(String digitalLink, OrderCode code, Language in) {
    return new OrderAnswer(
        "order",
        code.kind().text(),
        digitalLink,
        code.gdti().value(),
        in.tag(),
        null,
        null,
        in.orders().deliveryAdvice(),
        null,
        null,
        null,
        null);
  }
}

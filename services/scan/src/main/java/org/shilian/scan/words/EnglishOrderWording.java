package org.shilian.scan.words;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.order.Delivery;
import org.shilian.registry.order.SealedMeal;

/** English. */
enum EnglishOrderWording implements OrderWording {
  INSTANCE;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH)
          .withZone(ZoneId.of("Asia/Shanghai"));

  @Override
  public String meal() {
    return "Seal of a takeaway meal";
  }

  @Override
  public String mealBadge(SealedMeal.State state) {
    return switch (state) {
      case ISSUED -> "Not used yet";
      case BOUND -> "Being packed";
      case SEALED -> "Sealed";
      case OPENED -> "Opened";
    };
  }

  @Override
  public String verdict(SealedMeal meal) {
    return switch (meal.state()) {
      case ISSUED ->
          "This seal was issued by this platform, and no meal is recorded for it. If it is on a"
              + " meal already, ask the kitchen.";
      case BOUND ->
          "The kitchen is packing a meal for this seal; that it was put on is not recorded yet.";
      case SEALED ->
          "The kitchen recorded a meal closed with this seal. Make sure that it is whole when you"
              + " get it.";
      case OPENED ->
          "Somebody who had the meal said that the seal is broken. If that was not you, do not eat"
              + " it, and ask the kitchen.";
    };
  }

  @Override
  public @Nullable String warning(SealedMeal meal) {
    return meal.sealings() > 1
        ? "This seal was recorded " + meal.sealings() + " times. A seal is used once: take care."
        : null;
  }

  @Override
  public String kitchen() {
    return "Kitchen";
  }

  @Override
  public String seal() {
    return "Number on the seal";
  }

  @Override
  public String code() {
    return "Code";
  }

  @Override
  public String sealedAt() {
    return "Sealed";
  }

  @Override
  public String openedAt() {
    return "Opened";
  }

  @Override
  public String dishes() {
    return "The meal";
  }

  @Override
  public String lots() {
    return "Made of";
  }

  @Override
  public String noLots() {
    return "The kitchen did not say which lots the dishes were made of.";
  }

  @Override
  public String open() {
    return "I have broken the seal";
  }

  @Override
  public String openAdvice() {
    return "Say so once you have: who scans it later then sees that it is broken, so that it cannot"
        + " be used again. Nothing about you is kept.";
  }

  @Override
  public String moment(OffsetDateTime time) {
    return instant(time.toInstant());
  }

  @Override
  public String instant(Instant time) {
    return MOMENT.format(time);
  }

  @Override
  public String delivery() {
    return "Code of a delivery";
  }

  @Override
  public String deliveryAdvice() {
    return "This code was issued by this platform for a delivery between businesses. Only the two"
        + " of them are told what is in it. To see where food came from, scan the lot's code"
        + " on its package.";
  }

  @Override
  public String deliveryBadge(Delivery.State state) {
    return switch (state) {
      case ISSUED -> "Not shipped yet";
      case SHIPPED -> "To be received";
      case RECEIVED -> "Received";
    };
  }

  @Override
  public String receiveAdvice(Delivery.State state) {
    return switch (state) {
      case ISSUED -> "No shipment under this code is recorded yet.";
      case SHIPPED ->
          "Check the lots below; if they are all there, receive all lines of the order.";
      case RECEIVED -> "The receipt is recorded.";
    };
  }

  @Override
  public String seller() {
    return "Shipped by";
  }

  @Override
  public String shippedAt() {
    return "Shipped";
  }

  @Override
  public String receivedAt() {
    return "Received";
  }

  @Override
  public String boxes() {
    return "Boxes";
  }

  @Override
  public String lines() {
    return "Goods";
  }

  @Override
  public String notIssued() {
    return "Not genuine";
  }

  @Override
  public String notIssuedAdvice(String code) {
    return "The code " + code + " was not issued by this platform. It may be forged: take care.";
  }
}

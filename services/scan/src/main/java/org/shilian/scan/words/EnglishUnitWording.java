package org.shilian.scan.words;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.box.Box;

/** English. */
enum EnglishUnitWording implements UnitWording {
  INSTANCE;

  @Override
  public String unit() {
    return "Box or pallet";
  }

  @Override
  public String facts() {
    return "The number";
  }

  @Override
  public String numberedBy() {
    return "Numbered by";
  }

  @Override
  public String numberedElsewhere() {
    return "somebody who is not registered here";
  }

  @Override
  public String notGivenOut() {
    return "This platform gave no such number out";
  }

  @Override
  public String badge(Box.@Nullable State state) {
    if (state == null) {
      return "Not shipped yet";
    }
    return switch (state) {
      case SHIPPED -> "Shipped, not received yet";
      case PARTLY_RECEIVED -> "Received in part";
      case RECEIVED -> "Received";
    };
  }

  @Override
  public String verdict(Box.@Nullable State state) {
    if (state == null) {
      return "The number was given out; no shipment that names it is recorded yet.";
    }
    return switch (state) {
      case SHIPPED ->
          "The shipment is recorded, its receipt is not. Compare the lots before you receive it.";
      case PARTLY_RECEIVED -> "The receipt of only some of the lots is recorded.";
      case RECEIVED -> "The receipt is recorded.";
    };
  }

  @Override
  public String way() {
    return "Where it went";
  }

  @Override
  public String boxes(int boxes) {
    return boxes == 1 ? "All of its shipment" : "One of " + boxes + " boxes of its shipment";
  }

  @Override
  public String shipped(OffsetDateTime at) {
    return "Shipped " + EnglishOrderWording.INSTANCE.moment(at);
  }

  @Override
  public String received(Box.State state, @Nullable OffsetDateTime at) {
    String when = at == null ? "" : " " + EnglishOrderWording.INSTANCE.moment(at);
    return switch (state) {
      case SHIPPED -> "No receipt is recorded yet";
      case PARTLY_RECEIVED -> "Received in part" + when;
      case RECEIVED -> "Received" + when;
    };
  }

  @Override
  public String goods() {
    return "Lots in the shipment";
  }

  @Override
  public String goodsAdvice() {
    return "What is in it, and who the two sides are, is told to them and to regulators only. To see"
        + " where food came from, scan the lot's code on its package.";
  }

  @Override
  public @Nullable String flag(String kind) {
    return switch (kind) {
      case "over-shipped" -> "The sender recorded more shipped than it received and made.";
      case "recalled" -> "A lot in it was recalled when it was shipped.";
      case "held" -> "A lot in it was on hold when it was shipped.";
      default -> null;
    };
  }

  @Override
  public String tooMuchReceived() {
    return "The receiver recorded more than was shipped.";
  }

  @Override
  public String leaps() {
    return "It was shipped on by somebody other than who it was shipped to: a change of hands is not"
        + " recorded, or the number is on two boxes.";
  }

  @Override
  public String recalled() {
    return "Food in this shipment is recalled: do not eat or sell it.";
  }

  @Override
  public String held() {
    return "Food in this shipment is on hold by order of the regulator.";
  }

  @Override
  public String unknown() {
    return "Unknown box or pallet";
  }

  @Override
  public String unknownAdvice(String sscc) {
    return "This platform did not give the number " + sscc + " out, and no shipment names it.";
  }

  @Override
  public String notUsedAdvice(String sscc, String operator) {
    return "The number "
        + sscc
        + " starts with the company prefix of "
        + operator
        + ". It was not given out here, and no shipment names it. Ask them about it.";
  }
}

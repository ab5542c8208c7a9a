package org.shilian.scan.words;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.order.Delivery;
import org.shilian.registry.order.SealedMeal;

/** What the pages of order codes say in one language; as {@link Wording}, all plain text. */
public interface OrderWording {

  // a sealed meal

  /** What such a code is. */
  String meal();

  String mealBadge(SealedMeal.State state);

  /** The state in a sentence that says what it means for whoever holds the meal. */
  String verdict(SealedMeal meal);

  /** What is wrong with the seal; null when nothing is. */
  @Nullable String warning(SealedMeal meal);

  String kitchen();

  String seal();

  /** What the code itself is called. */
  String code();

  String sealedAt();

  String openedAt();

  String dishes();

  String lots();

  /** Said in place of the lots when none is named. */
  String noLots();

  /** The button that says that the seal is broken, and what it is for. */
  String open();

  String openAdvice();

  String moment(OffsetDateTime time);

  String instant(Instant time);

  // a delivery

  String delivery();

  /** All that is said to somebody whose business it is not. */
  String deliveryAdvice();

  String deliveryBadge(Delivery.State state);

  /** How to receive what was shipped. */
  String receiveAdvice(Delivery.State state);

  String seller();

  String shippedAt();

  String receivedAt();

  String boxes();

  String lines();

  // neither

  String notIssued();

  String notIssuedAdvice(String code);
}

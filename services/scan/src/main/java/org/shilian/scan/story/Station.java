package org.shilian.scan.story;

import org.jspecify.annotations.Nullable;

/** What kind of operator the food was at; all that a consumer is told of anyone but the maker. */
public enum Station {
  PRODUCER("producer"),
  DISTRIBUTOR("distributor"),
  /** A caterer that does not face consumers. */
  CENTRAL_KITCHEN("central-kitchen"),
  /** A distributor that faces consumers. */
  SHOP("shop"),
  /** A restaurant, canteen or takeaway kitchen. */
  CATERER("caterer"),
  /** A buyer or seller that is known by a licence number only and records nothing itself. */
  OUTSIDE("outside");

  private final String text;

  Station(String text) {
    this.text = text;
  }

  /**
   * The station of an operator as registered.
   *
   * @param role {@code producer}, {@code distributor} or {@code caterer}; null for an operator that
   *     is not registered
   * @param terminal whether the operator faces consumers
   * @throws IllegalArgumentException when the role is another text
   */
  public static Station of(@Nullable String role, boolean terminal) {
    if (role == null) {
      return OUTSIDE;
    }
    return switch (role) {
      case "producer" -> PRODUCER;
      case "distributor" -> terminal ? SHOP : DISTRIBUTOR;
      case "caterer" -> terminal ? CATERER : CENTRAL_KITCHEN;
      default ->
          throw new IllegalArgumentException(
              "role " + role + ": expected producer, distributor or caterer");
    };
  }

  /** The word for it in JSON. */
  public String text() {
    return text;
  }
}

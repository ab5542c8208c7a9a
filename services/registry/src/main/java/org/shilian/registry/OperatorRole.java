package org.shilian.registry;

import java.util.Locale;

/**
 * What an operator does with food, which decides what it may report. A regulator is an agency that
 * watches over the others.
 */
public enum OperatorRole {
  PRODUCER,
  DISTRIBUTOR,
  CATERER,
  REGULATOR;

  /**
   * The role as JSON and SQL spell it: {@code producer}, {@code distributor}, {@code caterer},
   * {@code regulator}.
   */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #text()} writes.
   *
   * @throws IllegalArgumentException naming the roles there are
   */
  public static OperatorRole parse(String text) {
    for (OperatorRole role : values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("is not one of producer, distributor, caterer, regulator");
  }
}

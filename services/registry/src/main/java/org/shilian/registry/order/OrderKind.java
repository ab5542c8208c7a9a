package org.shilian.registry.order;

/** What an order code is for. Each operator has a document type of its own for each. */
public enum OrderKind {
  /** One delivery from a seller to a buyer: all its lines are received with one scan. */
  DELIVERY("delivery"),
  /** 外卖封签: the seal on one takeaway meal. */
  SEALED_MEAL("sealed-meal");

  private final String text;

  OrderKind(String text) {
    this.text = text;
  }

  /** The word for it in JSON and in the database. */
  public String text() {
    return text;
  }

  /**
   * Reads what {@link #text()} writes.
   *
   * @throws IllegalArgumentException naming the kinds there are
   */
  public static OrderKind parse(String text) {
    for (OrderKind kind : values()) {
      if (kind.text.equals(text)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("is not one of delivery, sealed-meal");
  }
}

package org.shilian.chain.form;

import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;

/**
 * The forms of one type of trade event. JSON and EPCIS bring every event of the type back as it
 * was: {@code read} undoes {@code write}, and {@code fromEpcis} undoes {@code toEpcis}.
 */
interface Form<E extends TradeEvent> {

  /** The class whose events have this form. */
  Class<E> type();

  /**
   * Reads the event from JSON.
   *
   * @throws org.shilian.chain.trade.InvalidTradeEventException with every rule that it breaks
   */
  E read(JsonIn in);

  /** Writes the type's own fields, after those that all events have. */
  void write(E event, JsonOut out);

  /** The EPCIS event that says the same. */
  EpcisEvent toEpcis(E event, EpcisOut out);

  /**
   * The event of this type that an EPCIS event says; null if it says none.
   *
   * @throws org.shilian.chain.trade.TradeException if it says one that breaks a rule
   * @throws org.shilian.gs1.Gs1Exception if a key in it is none
   */
  @Nullable E fromEpcis(EpcisIn in);
}

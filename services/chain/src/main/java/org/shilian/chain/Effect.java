package org.shilian.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;

/**
 * What one line of a live event adds to the graph: a quantity in one column of the operator's
 * holding, and, for a delivery, on one side of a hop. The reference and the ledger both start from
 * these, so an event has its meaning in one place.
 *
 * @param lot the lot that moves
 * @param operator whose holding it is
 * @param column which of the holding's sums the quantity goes to
 * @param micros millionths of the base unit
 * @param hop the hop, for SHIPPED and RECEIVED; null for the others
 */
public record Effect(LotKey lot, Uscc operator, Column column, long micros, @Nullable HopKey hop) {

  /** The sums a holding keeps. */
  public enum Column {
    MADE,
    RECEIVED,
    SHIPPED,
    SOLD,
    USED
  }

  /** The holding that this goes to. */
  public HoldingKey holding() {
    return new HoldingKey(lot, operator);
  }

  /** The effects of this event, one a line; none for a VOID. */
  public static List<Effect> of(TradeEvent event) {
    List<Effect> effects = new ArrayList<>(event.lines().size());
    for (Line line : event.lines()) {
      effects.add(of(event, line));
    }
    return effects;
  }

  private static Effect of(TradeEvent event, Line line) {
    LotKey lot = new LotKey(line.gtin(), line.lot());
    Uscc operator = event.operator();
    HopKey hop = null;
    Column column;
    if (event instanceof TradeEvent.Ship ship) {
      column = Column.SHIPPED;
      hop = new HopKey(lot, operator.value(), ship.buyer().key(), order(ship.orderCode()));
    } else if (event instanceof TradeEvent.Receive receive) {
      column = Column.RECEIVED;
      hop = new HopKey(lot, receive.supplier().key(), operator.value(), order(receive.orderCode()));
    } else {
      column =
          switch (event.type()) {
            case PRODUCE -> Column.MADE;
            case SELL -> Column.SOLD;
            case USE -> Column.USED;
            default -> throw new IllegalStateException(event.type() + " moves no lots");
          };
    }
    return new Effect(lot, operator, column, line.quantity().micros(), hop);
  }

  private static String order(@Nullable String orderCode) {
    return Objects.requireNonNullElse(orderCode, "");
  }
}

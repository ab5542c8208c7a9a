package org.shilian.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
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
    USED,
    DISPOSED
  }

  /** The holding that this goes to. */
  public HoldingKey holding() {
    return new HoldingKey(lot, operator);
  }

  /** The effects of this event, one a line of {@link Movement#lines}, in the same order. */
  public static List<Effect> of(TradeEvent event) {
    if (!(event instanceof Movement movement)) {
      return List.of();
    }
    List<Effect> effects = new ArrayList<>(movement.lines().size());
    int makings = movement.makings().size();
    for (Line line : movement.lines()) {
      effects.add(of(movement, line, effects.size() < makings));
    }
    return effects;
  }

  private static Effect of(Movement event, Line line, boolean made) {
    LotKey lot = line.key();
    Uscc operator = event.operator();
    HopKey hop = null;
    Column column;
    if (event instanceof Movement.Ship ship) {
      column = Column.SHIPPED;
      hop = new HopKey(lot, operator.value(), ship.buyer().key(), order(ship.orderCode()));
    } else if (event instanceof Movement.Receive receive) {
      column = Column.RECEIVED;
      hop = new HopKey(lot, receive.supplier().key(), operator.value(), order(receive.orderCode()));
    } else if (made) {
      column = Column.MADE;
    } else if (event instanceof Movement.Sell) {
      column = Column.SOLD;
    } else if (event instanceof Movement.Dispose) {
      column = Column.DISPOSED;
    } else {
      // a USE, or an input of a PRODUCE or REPACK
      column = Column.USED;
    }
    return new Effect(lot, operator, column, line.quantity().micros(), hop);
  }

  private static String order(@Nullable String orderCode) {
    return Objects.requireNonNullElse(orderCode, "");
  }
}

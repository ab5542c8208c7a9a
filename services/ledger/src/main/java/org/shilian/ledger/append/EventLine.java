package org.shilian.ledger.append;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.Effect;
import org.shilian.chain.HopKey;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Refusal;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;

/**
 * One row of {@code ledger.lot_event}: that an event names a lot, and what it says of it.
 *
 * @param part which of a holding's sums it went to; {@code refused} or {@code said} for none
 * @param counterparty key of the other side, for a delivery
 * @param orderCode empty if there is none
 */
record EventLine(
    LotKey lot,
    Uscc operator,
    Position place,
    int line,
    String part,
    @Nullable String counterparty,
    String orderCode,
    long micros,
    OffsetDateTime time) {

  static List<EventLine> of(Position place, TradeEvent event) {
    List<EventLine> lines = new ArrayList<>();
    for (Effect effect : Effect.of(event)) {
      String part = effect.column().name().toLowerCase(Locale.ROOT);
      lines.add(of(place, event, lines.size(), part, effect));
    }
    if (event instanceof Movement.Receive receive) {
      for (Refusal refusal : receive.refused()) {
        Effect refused =
            new Effect(
                refusal.line().key(),
                event.operator(),
                Effect.Column.RECEIVED,
                refusal.line().quantity().micros(),
                new HopKey(
                    refusal.line().key(),
                    receive.supplier().key(),
                    event.operator().value(),
                    receive.orderCode() == null ? "" : receive.orderCode()));
        lines.add(of(place, event, lines.size(), "refused", refused));
      }
    } else if (!(event instanceof Movement)) {
      for (LotKey lot : new LinkedHashSet<>(event.lots())) {
        lines.add(
            new EventLine(
                lot,
                event.operator(),
                place,
                lines.size(),
                "said",
                null,
                "",
                0,
                event.envelope().eventTime()));
      }
    }
    return lines;
  }

  private static EventLine of(
      Position place, TradeEvent event, int line, String part, Effect effect) {
    HopKey hop = effect.hop();
    String counterparty = null;
    if (hop != null) {
      counterparty = effect.column() == Effect.Column.SHIPPED ? hop.buyer() : hop.seller();
    }
    return new EventLine(
        effect.lot(),
        effect.operator(),
        place,
        line,
        part,
        counterparty,
        hop == null ? "" : hop.order(),
        effect.micros(),
        event.envelope().eventTime());
  }
}

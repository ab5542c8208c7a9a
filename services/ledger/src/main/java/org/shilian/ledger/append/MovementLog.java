package org.shilian.ledger.append;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.Effect;
import org.shilian.chain.HopKey;
import org.shilian.chain.LotKey;
import org.shilian.chain.trade.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;

/** Keeps, by lot, the lines of every event, and who says that they made the lot. */
final class MovementLog {
  private static final String LINES =
      """
      INSERT INTO ledger.lot_event
        (gtin, lot, event_id, line, counterparty, order_code, micros, event_time)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[],
                           $7::bigint[], $8::timestamptz[])
      """;

  private static final String MAKINGS =
      """
      INSERT INTO ledger.making
        (gtin, lot, event_id, operator, production_date, expiration_date, voided)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[],
                           $7::boolean[])
      """;

  /** Relies on making_pkey. */
  private static final String VOID_MAKINGS =
      """
      UPDATE ledger.making m SET voided = true
      FROM unnest($1::text[], $2::text[], $3::text[]) AS v (gtin, lot, event_id)
      WHERE (m.gtin, m.lot, m.event_id) = (v.gtin, v.lot, v.event_id)
      """;

  private final LedgerTransaction tx;

  MovementLog(LedgerTransaction tx) {
    this.tx = tx;
  }

  private record EventLine(String eventId, int line, Effect effect, OffsetDateTime eventTime) {
    @Nullable String counterparty() {
      HopKey hop = effect.hop();
      if (hop == null) {
        return null;
      }
      return effect.column() == Effect.Column.SHIPPED ? hop.buyer() : hop.seller();
    }

    String orderCode() {
      HopKey hop = effect.hop();
      return hop == null ? "" : hop.order();
    }
  }

  private record Making(String eventId, TradeEvent.Produce produce, boolean voided) {
    LotKey lot() {
      return new LotKey(produce.gtin(), produce.lot());
    }
  }

  /**
   * Appends the batch's lines; returns the lots of which somebody now says, or no longer says, that
   * they made it.
   */
  Set<LotKey> append(Admission admission) {
    lines(admission.accepted());
    Set<LotKey> made = new TreeSet<>();
    List<Making> fresh = new ArrayList<>();
    for (Arrival arrival : admission.accepted()) {
      if (arrival.event() instanceof TradeEvent.Produce produce) {
        fresh.add(
            new Making(
                arrival.eventId(), produce, admission.voidOnArrival().contains(arrival.eventId())));
      }
    }
    List<Making> voided = new ArrayList<>();
    for (Admission.VoidedEvent event : admission.newlyVoided()) {
      if (TradeEpcis.read(event.body()) instanceof TradeEvent.Produce produce) {
        voided.add(new Making(event.eventId(), produce, true));
      }
    }
    insert(fresh);
    takeBack(voided);
    fresh.forEach(making -> made.add(making.lot()));
    voided.forEach(making -> made.add(making.lot()));
    return made;
  }

  private void lines(List<Arrival> accepted) {
    List<EventLine> lines = new ArrayList<>();
    for (Arrival arrival : accepted) {
      int number = 0;
      for (Effect effect : Effect.of(arrival.event())) {
        lines.add(
            new EventLine(
                arrival.eventId(), number++, effect, arrival.event().envelope().eventTime()));
      }
    }
    if (!lines.isEmpty()) {
      tx.run(
          LINES,
          EntryLog.column(lines, l -> l.effect().lot().gtin().value(), String[]::new),
          EntryLog.column(lines, l -> l.effect().lot().lot().value(), String[]::new),
          EntryLog.column(lines, EventLine::eventId, String[]::new),
          EntryLog.column(lines, EventLine::line, Integer[]::new),
          EntryLog.column(lines, EventLine::counterparty, String[]::new),
          EntryLog.column(lines, EventLine::orderCode, String[]::new),
          EntryLog.column(lines, l -> l.effect().micros(), Long[]::new),
          EntryLog.column(lines, EventLine::eventTime, OffsetDateTime[]::new));
    }
  }

  private void insert(List<Making> makings) {
    if (!makings.isEmpty()) {
      tx.run(
          MAKINGS,
          EntryLog.column(makings, m -> m.produce().gtin().value(), String[]::new),
          EntryLog.column(makings, m -> m.produce().lot().value(), String[]::new),
          EntryLog.column(makings, Making::eventId, String[]::new),
          EntryLog.column(makings, m -> m.produce().operator().value(), String[]::new),
          EntryLog.column(makings, m -> m.produce().productionDate(), java.time.LocalDate[]::new),
          EntryLog.column(makings, m -> m.produce().expirationDate(), java.time.LocalDate[]::new),
          EntryLog.column(makings, Making::voided, Boolean[]::new));
    }
  }

  private void takeBack(List<Making> makings) {
    if (!makings.isEmpty()) {
      tx.run(
          VOID_MAKINGS,
          EntryLog.column(makings, m -> m.produce().gtin().value(), String[]::new),
          EntryLog.column(makings, m -> m.produce().lot().value(), String[]::new),
          EntryLog.column(makings, Making::eventId, String[]::new));
    }
  }
}

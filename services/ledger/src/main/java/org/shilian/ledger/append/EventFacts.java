package org.shilian.ledger.append;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;

/**
 * Keeps what single events say: their lines by lot, the other keys they name, who made a lot, and
 * which orders were received as a whole.
 */
final class EventFacts {
  private static final String LINES =
      """
      INSERT INTO ledger.lot_event
        (gtin, lot, operator, stream, log_offset, line, part, counterparty, order_code, micros,
         event_time, event_date)
      SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::bigint[], $6::int[],
                           $7::text[], $8::text[], $9::text[], $10::bigint[], $11::timestamptz[],
                           $12::date[])
      """;

  private static final String MENTIONS =
      """
      INSERT INTO ledger.mention (key, stream, log_offset)
      SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[])
      """;

  private static final String MAKINGS =
      """
      INSERT INTO ledger.making
        (gtin, lot, stream, log_offset, operator, kind, production_date, expiration_date, voided)
      SELECT * FROM unnest($1::text[], $2::text[], $3::int[], $4::bigint[], $5::text[], $6::text[],
                           $7::date[], $8::date[], $9::boolean[])
      ON CONFLICT (gtin, lot, stream, log_offset) DO UPDATE SET voided = excluded.voided
      """;

  private static final String ALL_RECEIPTS =
      """
      INSERT INTO ledger.all_receipt
        (stream, log_offset, seller, buyer, order_code, event_time, event_date)
      SELECT * FROM unnest($1::int[], $2::bigint[], $3::text[], $4::text[], $5::text[],
                           $6::timestamptz[], $7::date[])
      """;

  private final LedgerTransaction tx;

  EventFacts(LedgerTransaction tx) {
    this.tx = tx;
  }

  private record Mentioned(String key, Position place) {}

  private record Made(Turn turn, Making making) {}

  private record AllReceipt(Turn turn, DeliveryKey order) {
    OffsetDateTime time() {
      return turn.event().envelope().eventTime();
    }
  }

  /**
   * Keeps them; returns the lots of which somebody now says, or no longer says, that they made it.
   */
  Set<LotKey> keep(List<Turn> turns) {
    List<EventLine> lines = new ArrayList<>();
    List<Mentioned> mentions = new ArrayList<>();
    List<AllReceipt> receipts = new ArrayList<>();
    List<Made> made = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.fresh()) {
        lines.addAll(EventLine.of(turn.place(), turn.event()));
        turn.event().mentions().forEach(key -> mentions.add(new Mentioned(key, turn.place())));
        if (DeliveryKey.receivesAll(turn.event())) {
          DeliveryKey.of(turn.event()).ifPresent(key -> receipts.add(new AllReceipt(turn, key)));
        }
      }
      if (turn.event() instanceof Movement movement) {
        movement.makings().forEach(making -> made.add(new Made(turn, making)));
      }
    }
    keepLines(lines);
    keepMentions(mentions);
    keepAllReceipts(receipts);
    keepMakings(made);
    Set<LotKey> lots = new TreeSet<>();
    made.forEach(m -> lots.add(m.making().lot()));
    return lots;
  }

  private void keepLines(List<EventLine> lines) {
    if (!lines.isEmpty()) {
      tx.run(
          LINES,
          Columns.of(lines, l -> l.lot().gtin().value(), String[]::new),
          Columns.of(lines, l -> l.lot().lot().value(), String[]::new),
          Columns.of(lines, l -> l.operator().value(), String[]::new),
          Columns.streams(lines, EventLine::place),
          Columns.offsets(lines, EventLine::place),
          Columns.of(lines, EventLine::line, Integer[]::new),
          Columns.of(lines, EventLine::part, String[]::new),
          Columns.of(lines, EventLine::counterparty, String[]::new),
          Columns.of(lines, EventLine::orderCode, String[]::new),
          Columns.of(lines, EventLine::micros, Long[]::new),
          Columns.of(lines, EventLine::time, OffsetDateTime[]::new),
          Columns.of(lines, l -> l.time().toLocalDate(), LocalDate[]::new));
    }
  }

  private void keepMentions(List<Mentioned> mentions) {
    if (!mentions.isEmpty()) {
      tx.run(
          MENTIONS,
          Columns.of(mentions, Mentioned::key, String[]::new),
          Columns.streams(mentions, Mentioned::place),
          Columns.offsets(mentions, Mentioned::place));
    }
  }

  private void keepAllReceipts(List<AllReceipt> receipts) {
    if (!receipts.isEmpty()) {
      tx.run(
          ALL_RECEIPTS,
          Columns.streams(receipts, r -> r.turn().place()),
          Columns.offsets(receipts, r -> r.turn().place()),
          Columns.of(receipts, r -> r.order().seller(), String[]::new),
          Columns.of(receipts, r -> r.order().buyer(), String[]::new),
          Columns.of(receipts, r -> r.order().order(), String[]::new),
          Columns.of(receipts, AllReceipt::time, OffsetDateTime[]::new),
          Columns.of(receipts, r -> r.time().toLocalDate(), LocalDate[]::new));
    }
  }

  private void keepMakings(List<Made> made) {
    if (!made.isEmpty()) {
      tx.run(
          MAKINGS,
          Columns.of(made, m -> m.making().line().gtin().value(), String[]::new),
          Columns.of(made, m -> m.making().line().lot().value(), String[]::new),
          Columns.streams(made, m -> m.turn().place()),
          Columns.offsets(made, m -> m.turn().place()),
          Columns.of(made, m -> m.turn().event().operator().value(), String[]::new),
          Columns.of(made, m -> m.turn().event().type().name(), String[]::new),
          Columns.of(made, m -> m.making().productionDate(), LocalDate[]::new),
          Columns.of(made, m -> m.making().expirationDate(), LocalDate[]::new),
          Columns.of(made, m -> !m.turn().counts(), Boolean[]::new));
    }
  }
}

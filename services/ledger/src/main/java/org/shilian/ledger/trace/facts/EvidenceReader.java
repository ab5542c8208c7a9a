package org.shilian.ledger.trace.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Mention;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Sscc;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.store.EventReader;
import org.shilian.ledger.trace.store.Keys;
import org.shilian.ledger.trace.store.Snapshot;

/** Reads what was said of lots, and the papers of their deliveries. */
final class EvidenceReader {
  /** How many of the newest events that say something of a lot are read. */
  static final int MOST_OF_A_LOT = 500;

  private static final int MOST_OF_BOXES = 2000;

  // by lot_event_said, event_by_place and the key of entry
  private static final String SAID =
      "SELECT "
          + EventReader.COLUMNS
          + """

          FROM unnest($1::text[], $2::text[]) f(gtin, lot)
          CROSS JOIN LATERAL (
            SELECT l.stream, l.log_offset FROM ledger.lot_event l
            WHERE (l.gtin, l.lot) = (f.gtin, f.lot) AND l.part = 'said'
            ORDER BY l.event_time DESC, l.stream, l.log_offset LIMIT $3) s
          JOIN ledger.event e USING (stream, log_offset)
          """
          + EventReader.JOIN_ENTRY
          + " WHERE NOT e.voided AND e.type IN ('TEST', 'CERTIFY', 'INSPECT', 'TEMPERATURE')";

  // by the keys of mention and entry, and event_by_place
  private static final String AT_BOXES =
      "SELECT "
          + EventReader.COLUMNS
          + " FROM unnest($1::text[]) k(key) JOIN ledger.mention m USING (key)"
          + " JOIN ledger.event e USING (stream, log_offset) "
          + EventReader.JOIN_ENTRY
          + " WHERE e.type = 'TEMPERATURE' AND NOT e.voided LIMIT $2";

  // by lot_event_by_lot, event_by_place and the key of entry
  private static final String OFF_CHAIN =
      "SELECT "
          + EventReader.COLUMNS
          + """

          FROM (SELECT DISTINCT ON (l.counterparty) l.counterparty, l.stream, l.log_offset
                FROM unnest($1::text[], $2::text[]) f(gtin, lot)
                JOIN ledger.lot_event l ON (l.gtin, l.lot) = (f.gtin, f.lot)
                WHERE starts_with(l.counterparty, 'licence:')
                ORDER BY l.counterparty, l.event_time, l.stream, l.log_offset) p
          JOIN ledger.event e USING (stream, log_offset)
          """
          + EventReader.JOIN_ENTRY;

  // by the key of lot_measure
  private static final String MEASURES =
      """
      SELECT m.gtin, m.lot, m.event_id, m.kind, m.derived, m.since
      FROM unnest($1::text[], $2::text[]) f(gtin, lot)
      JOIN ledger.lot_measure m ON (m.gtin, m.lot) = (f.gtin, f.lot)
      WHERE m.since <= $3 AND (m.until IS NULL OR m.until > $3)
      ORDER BY m.since, m.event_id
      """;

  // by flag_by_lot and event_by_place
  private static final String FLAGS =
      """
      SELECT x.gtin, x.lot, e.event_id, x.kind, e.type, e.operator, e.event_time
      FROM unnest($1::text[], $2::text[]) f(gtin, lot)
      JOIN ledger.flag x ON (x.gtin, x.lot) = (f.gtin, f.lot)
      JOIN ledger.event e USING (stream, log_offset)
      ORDER BY e.event_time, e.event_id, x.kind
      """;

  private final Snapshot snapshot;

  EvidenceReader(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The newest tests, certificates, inspections and temperatures of lots. */
  Uni<List<Evidence>> said(Collection<LotKey> lots) {
    if (lots.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return EventReader.events(
            snapshot.rows(SAID, Keys.gtinsOfLots(lots), Keys.lotsOfLots(lots), MOST_OF_A_LOT))
        .map(events -> only(Evidence.class, events));
  }

  /** Temperatures that were measured at boxes. */
  Uni<List<Evidence>> atBoxes(Set<Sscc> boxes) {
    if (boxes.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return EventReader.events(
            snapshot.rows(AT_BOXES, Keys.column(boxes, Mention::box), MOST_OF_BOXES))
        .map(events -> only(Evidence.class, events));
  }

  /** What the parties off chain that dealt with these lots are called, by their keys. */
  Uni<Map<String, String>> offChainNames(Collection<LotKey> lots) {
    if (lots.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return EventReader.events(
            snapshot.rows(OFF_CHAIN, Keys.gtinsOfLots(lots), Keys.lotsOfLots(lots)))
        .map(
            events -> {
              Map<String, String> names = new HashMap<>();
              for (TradeEvent event : events) {
                if (counterparty(event) instanceof Party.OffChain party && party.name() != null) {
                  names.put(party.key(), party.name());
                }
              }
              return names;
            });
  }

  private static @Nullable Party counterparty(TradeEvent event) {
    if (event instanceof Movement.Ship ship) {
      return ship.buyer();
    }
    return event instanceof Movement.Receive receive ? receive.supplier() : null;
  }

  /** The holds and recalls that bind lots at a moment. */
  Uni<Map<LotKey, List<LotMeasure>>> measures(Collection<LotKey> lots, Instant at) {
    if (lots.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return snapshot
        .rows(
            MEASURES,
            Keys.gtinsOfLots(lots),
            Keys.lotsOfLots(lots),
            OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .map(
            rows -> {
              Map<LotKey, List<LotMeasure>> found = new HashMap<>();
              Keys.Reader keys = new Keys.Reader();
              for (Row row : rows) {
                found
                    .computeIfAbsent(keys.lot(row), lot -> new ArrayList<>())
                    .add(
                        new LotMeasure(
                            row.getString("event_id"),
                            row.getString("kind"),
                            row.getBoolean("derived"),
                            row.getOffsetDateTime("since").toInstant()));
              }
              return found;
            });
  }

  /** The flags on events of lots, oldest first. */
  Uni<List<LotFlag>> flags(Collection<LotKey> lots) {
    return snapshot
        .rows(FLAGS, Keys.gtinsOfLots(lots), Keys.lotsOfLots(lots))
        .map(
            rows -> {
              List<LotFlag> found = new ArrayList<>();
              Keys.Reader keys = new Keys.Reader();
              for (Row row : rows) {
                found.add(
                    new LotFlag(
                        row.getString("event_id"),
                        row.getString("type"),
                        new HoldingId(keys.lot(row), row.getString("operator")),
                        row.getString("kind"),
                        row.getOffsetDateTime("event_time").toInstant()));
              }
              return found;
            });
  }

  private static <T> List<T> only(Class<T> type, List<TradeEvent> events) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}

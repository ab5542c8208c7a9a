package org.shilian.ledger.trace.facts;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.append.Position;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.store.Keys;
import org.shilian.ledger.trace.store.Snapshot;
import org.shilian.ledger.trace.store.Spread;

/** Reads what is known of holdings and lots as they stand. */
public final class HoldingReader {
  private static final String SUMS =
      """
      SELECT h.gtin, h.lot, h.operator, h.made, h.received, h.shipped, h.sold, h.used, h.disposed,
             h.terminal
      """;

  // by the key of holding
  private static final String BY_HOLDING =
      SUMS
          + """
          FROM unnest($1::text[], $2::text[], $3::text[]) f(gtin, lot, party)
          JOIN ledger.holding h ON (h.gtin, h.lot, h.operator) = (f.gtin, f.lot, f.party)
          """;

  // by the beginning of the key of holding
  private static final String BY_LOT =
      SUMS
          + """
          FROM unnest($1::text[], $2::text[]) f(gtin, lot)
          JOIN ledger.holding h ON (h.gtin, h.lot) = (f.gtin, f.lot)
          """;

  // by the key of lot
  private static final String LOTS =
      """
      SELECT l.gtin, l.lot, l.state, l.maker, l.production_date, l.expiration_date, l.chained,
             l.matures_on
      FROM unnest($1::text[], $2::text[]) f(gtin, lot)
      JOIN ledger.lot l ON (l.gtin, l.lot) = (f.gtin, f.lot)
      """;

  // by the key of making, and event_by_place
  private static final String MAKINGS =
      """
      SELECT m.gtin, m.lot, m.stream, m.log_offset, e.event_id, m.kind, m.operator,
             m.production_date, m.expiration_date, m.voided, e.event_time
      FROM unnest($1::text[], $2::text[]) f(gtin, lot)
      CROSS JOIN LATERAL (SELECT * FROM ledger.making m WHERE (m.gtin, m.lot) = (f.gtin, f.lot)
                          ORDER BY m.stream, m.log_offset LIMIT 1000) m
      JOIN ledger.event e USING (stream, log_offset)
      ORDER BY e.event_time, e.event_id
      """;

  // by hop_by_buyer
  private static final String FED =
      """
      SELECT DISTINCT h.gtin, h.lot, h.buyer, h.seller
      FROM unnest($1::text[], $2::text[], $3::text[]) f(gtin, lot, party)
      JOIN ledger.hop h ON (h.buyer, h.gtin, h.lot) = (f.party, f.gtin, f.lot)
      WHERE (h.shipped > 0 OR h.received > 0) AND h.seller <> h.buyer
      """;

  private final Snapshot snapshot;

  public HoldingReader(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** What these holdings' operators recorded; those that recorded nothing are left out. */
  public Uni<Map<HoldingId, HoldingFacts>> holdings(Collection<HoldingId> holdings) {
    Spread spread = Spread.of(holdings);
    List<HoldingId> few = spread.few();
    List<LotKey> many = spread.many();
    Set<HoldingId> wanted = new HashSet<>(holdings);
    return Uni.combine()
        .all()
        .unis(
            snapshot.rows(BY_HOLDING, Keys.gtins(few), Keys.lots(few), Keys.parties(few)),
            snapshot.rows(BY_LOT, Keys.gtinsOfLots(many), Keys.lotsOfLots(many)))
        .with(
            (some, all) -> {
              Map<HoldingId, HoldingFacts> found = new HashMap<>();
              Keys.Reader keys = new Keys.Reader();
              some.forEach(row -> put(row, keys, wanted, found));
              all.forEach(row -> put(row, keys, wanted, found));
              return found;
            });
  }

  private static void put(
      Row row, Keys.Reader keys, Set<HoldingId> wanted, Map<HoldingId, HoldingFacts> found) {
    HoldingId id = new HoldingId(keys.lot(row), row.getString("operator"));
    if (wanted.contains(id)) {
      found.put(
          id,
          new HoldingFacts(
              row.getLong("made"),
              row.getLong("received"),
              row.getLong("shipped"),
              row.getLong("sold"),
              row.getLong("used"),
              row.getLong("disposed"),
              row.getBoolean("terminal")));
    }
  }

  /** The lots that the ledger has a row of. */
  public Uni<Map<LotKey, LotFacts>> lots(Collection<LotKey> lots) {
    return snapshot
        .rows(LOTS, Keys.gtinsOfLots(lots), Keys.lotsOfLots(lots))
        .map(
            rows -> {
              Map<LotKey, LotFacts> found = new HashMap<>();
              Keys.Reader keys = new Keys.Reader();
              for (Row row : rows) {
                found.put(
                    keys.lot(row),
                    new LotFacts(
                        row.getString("state"),
                        row.getString("maker"),
                        row.getLocalDate("production_date"),
                        row.getLocalDate("expiration_date"),
                        row.getBoolean("chained"),
                        row.getLocalDate("matures_on")));
              }
              return found;
            });
  }

  /** Who said they made these lots, oldest first, at most 1000 of a lot. */
  Uni<Map<LotKey, List<Making>>> makings(Collection<LotKey> lots) {
    return snapshot
        .rows(MAKINGS, Keys.gtinsOfLots(lots), Keys.lotsOfLots(lots))
        .map(
            rows -> {
              Map<LotKey, List<Making>> found = new HashMap<>();
              Keys.Reader keys = new Keys.Reader();
              for (Row row : rows) {
                OffsetDateTime time = row.getOffsetDateTime("event_time");
                found
                    .computeIfAbsent(keys.lot(row), lot -> new ArrayList<>())
                    .add(
                        new Making(
                            row.getString("event_id"),
                            new Position(row.getInteger("stream"), row.getLong("log_offset")),
                            row.getString("kind"),
                            time.toInstant(),
                            row.getString("operator"),
                            row.getLocalDate("production_date"),
                            row.getLocalDate("expiration_date"),
                            row.getBoolean("voided")));
              }
              return found;
            });
  }

  /**
   * Who sent it to these holdings, or is said by them to have; those that nobody did are left out.
   */
  Uni<Map<HoldingId, Set<String>>> fed(Collection<HoldingId> holdings) {
    if (holdings.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return snapshot
        .rows(FED, Keys.gtins(holdings), Keys.lots(holdings), Keys.parties(holdings))
        .map(
            rows -> {
              Map<HoldingId, Set<String>> found = new HashMap<>();
              Keys.Reader keys = new Keys.Reader();
              for (Row row : rows) {
                found
                    .computeIfAbsent(
                        new HoldingId(keys.lot(row), row.getString("buyer")), id -> new HashSet<>())
                    .add(row.getString("seller"));
              }
              return found;
            });
  }
}

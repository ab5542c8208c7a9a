package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.HopKey;
import org.shilian.chain.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/**
 * Keeps {@code holding.arrives}: whether an unbroken path of links leads on to a terminal operator.
 * A new link only ever sets flags, each at most once in a holding's life, so the cost is amortised;
 * where a link was lost, the lot's flags are computed anew.
 */
final class ArrivalFlags {
  /**
   * Goes backwards from the buyers of new links, through holdings not yet reached. Relies on
   * holding_pkey and hop_by_buyer.
   */
  private static final String SPREAD =
      """
      WITH RECURSIVE reached AS (
        SELECT b.gtin, b.lot, n.seller COLLATE "C" AS operator
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS n (gtin, lot, seller, buyer)
        JOIN ledger.holding b ON (b.gtin, b.lot, b.operator) = (n.gtin, n.lot, n.buyer)
        WHERE b.terminal OR b.arrives
        UNION
        SELECT h.gtin, h.lot, h.seller
        FROM reached r
        JOIN ledger.holding x ON (x.gtin, x.lot, x.operator) = (r.gtin, r.lot, r.operator)
        JOIN ledger.hop h ON (h.gtin, h.lot, h.buyer) = (r.gtin, r.lot, r.operator)
        WHERE NOT x.arrives AND h.matched
      )
      UPDATE ledger.holding x SET arrives = true
      FROM reached r
      WHERE (x.gtin, x.lot, x.operator) = (r.gtin, r.lot, r.operator) AND NOT x.arrives
      RETURNING x.gtin, x.lot
      """;

  /** Relies on hop_pkey, hop_by_buyer and holding_pkey. */
  private static final String ANEW =
      """
      WITH RECURSIVE lots AS (
        SELECT * FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
      ), reached AS (
        SELECT h.gtin, h.lot, h.seller AS operator
        FROM lots
        JOIN ledger.hop h USING (gtin, lot)
        JOIN ledger.holding b ON (b.gtin, b.lot, b.operator) = (h.gtin, h.lot, h.buyer)
        WHERE h.matched AND b.terminal
        UNION
        SELECT h.gtin, h.lot, h.seller
        FROM reached r
        JOIN ledger.hop h ON (h.gtin, h.lot, h.buyer) = (r.gtin, r.lot, r.operator)
        WHERE h.matched
      )
      UPDATE ledger.holding x SET arrives = NOT x.arrives
      FROM lots
      WHERE (x.gtin, x.lot) = (lots.gtin, lots.lot)
        AND x.arrives <> EXISTS (
          SELECT FROM reached r
          WHERE (r.gtin, r.lot, r.operator) = (x.gtin, x.lot, x.operator))
      RETURNING x.gtin, x.lot
      """;

  private final LedgerTransaction tx;

  ArrivalFlags(LedgerTransaction tx) {
    this.tx = tx;
  }

  /** Brings the flags along with the links; returns the lots of which a flag changed. */
  Set<LotKey> follow(LinkChanges links) {
    Set<LotKey> changed = new TreeSet<>();
    Set<LotKey> unlinked = links.unlinked();
    if (!unlinked.isEmpty()) {
      add(changed, tx.rows(ANEW, GraphUpdate.gtins(unlinked), GraphUpdate.lotNumbers(unlinked)));
    }
    List<HopKey> added =
        links.added().stream().filter(hop -> !unlinked.contains(hop.lot())).toList();
    if (!added.isEmpty()) {
      add(
          changed,
          tx.rows(
              SPREAD,
              EntryLog.column(added, hop -> hop.lot().gtin().value(), String[]::new),
              EntryLog.column(added, hop -> hop.lot().lot().value(), String[]::new),
              EntryLog.column(added, HopKey::seller, String[]::new),
              EntryLog.column(added, HopKey::buyer, String[]::new)));
    }
    return changed;
  }

  private static void add(Set<LotKey> lots, RowSet<Row> rows) {
    for (Row row : rows) {
      lots.add(new LotKey(new Gtin(row.getString("gtin")), new Lot(row.getString("lot"))));
    }
  }
}

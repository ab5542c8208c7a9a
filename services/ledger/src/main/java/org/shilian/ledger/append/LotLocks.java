package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.trade.LotKey;

/**
 * Holds the lots whose hops, holdings and flags a batch may change: those it names, those in the
 * orders it receives as a whole, what these were made of (a flag spreads there), and, for a recall
 * or a transformation, what was made of them. All in one statement and one order, so that no two
 * writers ever wait for each other.
 */
final class LotLocks {
  private static final String NAME =
      """
      INSERT INTO ledger.lot (gtin, lot)
      SELECT * FROM unnest($1::text[], $2::text[]) AS l (gtin, lot) ORDER BY gtin, lot
      ON CONFLICT DO NOTHING
      RETURNING gtin, lot
      """;

  /** The lots beside those named. Relies on hop_by_order, lineage_pkey and lineage_by_output. */
  private static final String CONCERNED =
      """
      WITH RECURSIVE down AS (
        SELECT gtin COLLATE "C" AS gtin, lot COLLATE "C" AS lot
        FROM unnest($6::text[], $7::text[]) AS l (gtin, lot)
        UNION
        SELECT l.out_gtin, l.out_lot
        FROM down d JOIN ledger.lineage l ON (l.in_gtin, l.in_lot) = (d.gtin, d.lot)
        WHERE l.live > 0
      ), up AS (
        SELECT gtin, lot FROM (
          SELECT gtin COLLATE "C" AS gtin, lot COLLATE "C" AS lot
          FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
          UNION
          SELECT h.gtin, h.lot
          FROM unnest($3::text[], $4::text[], $5::text[]) AS d (seller, buyer, order_code)
          JOIN ledger.hop h USING (seller, buyer, order_code)
          WHERE h.order_code <> ''
          UNION
          SELECT gtin, lot FROM down) named
        UNION
        SELECT l.in_gtin, l.in_lot
        FROM up u JOIN ledger.lineage l ON (l.out_gtin, l.out_lot) = (u.gtin, u.lot)
        WHERE l.live > 0
      )
      SELECT gtin, lot FROM up
      WHERE (gtin, lot) NOT IN (SELECT * FROM unnest($1::text[], $2::text[]) AS l (gtin, lot))
      """;

  /** Relies on lot_pkey. */
  private static final String LOCK =
      """
      WITH held AS (
        SELECT FROM ledger.lot
        JOIN unnest($1::text[], $2::text[]) AS l (gtin, lot) USING (gtin, lot)
        ORDER BY gtin, lot FOR NO KEY UPDATE OF lot
      )
      SELECT count(*) FROM held
      """;

  /**
   * Relies on lot_measure_pkey. A statement of its own, after the lock: one that waits for a lot
   * sees of other tables what was there before it waited.
   */
  private static final String BOUND =
      """
      SELECT gtin, lot FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
      WHERE EXISTS (
        SELECT FROM ledger.lot_measure m WHERE (m.gtin, m.lot) = (l.gtin, l.lot) OFFSET 0)
      """;

  /** Relies on lineage_pkey. */
  private static final String DESCENDANTS =
      """
      WITH RECURSIVE down AS (
        SELECT gtin COLLATE "C" AS gtin, lot COLLATE "C" AS lot
        FROM unnest($1::text[], $2::text[]) AS l (gtin, lot)
        UNION
        SELECT l.out_gtin, l.out_lot
        FROM down d JOIN ledger.lineage l ON (l.in_gtin, l.in_lot) = (d.gtin, d.lot)
        WHERE l.live > 0
      )
      SELECT gtin, lot FROM down
      """;

  private final LedgerTransaction tx;

  LotLocks(LedgerTransaction tx) {
    this.tx = tx;
  }

  /**
   * What is known of the lots that are held.
   *
   * @param unheardOf those that the batch names and that had no row before
   * @param bound those that a measure binds, or bound, as it was before the batch
   */
  record Held(Set<LotKey> unheardOf, Set<LotKey> bound) {}

  /**
   * Holds the lots until the transaction ends.
   *
   * @param named every lot that the batch names; those never heard of get their row
   * @param received the orders that are received as a whole
   * @param withDescendants the named lots from which something goes on to what was made of them
   * @throws ContendedException if another writer linked more lots to these just now
   */
  Held hold(
      Collection<LotKey> named,
      Collection<DeliveryKey> received,
      Collection<LotKey> withDescendants) {
    Set<LotKey> unheardOf = new HashSet<>();
    for (Row row : tx.rows(NAME, Columns.gtins(named), Columns.lotNumbers(named))) {
      unheardOf.add(Keys.lot(row));
    }
    Object[] concern = {
      Columns.gtins(named),
      Columns.lotNumbers(named),
      Columns.of(received, DeliveryKey::seller, String[]::new),
      Columns.of(received, DeliveryKey::buyer, String[]::new),
      Columns.of(received, DeliveryKey::order, String[]::new),
      Columns.gtins(withDescendants),
      Columns.lotNumbers(withDescendants)
    };
    Set<LotKey> lots = new TreeSet<>(named);
    lots.addAll(concerned(concern));
    Set<LotKey> bound = new HashSet<>();
    tx.run(LOCK, Columns.gtins(lots), Columns.lotNumbers(lots));
    for (Row row : tx.rows(BOUND, Columns.gtins(lots), Columns.lotNumbers(lots))) {
      bound.add(Keys.lot(row));
    }
    if (!lots.containsAll(concerned(concern))) {
      throw new ContendedException("lots were linked to those of the batch");
    }
    return new Held(unheardOf, bound);
  }

  private Set<LotKey> concerned(Object[] concern) {
    Set<LotKey> lots = new HashSet<>();
    for (Row row : tx.rows(CONCERNED, concern)) {
      lots.add(Keys.lot(row));
    }
    return lots;
  }

  /** These lots and all that were made of them. */
  Set<LotKey> descendants(Collection<LotKey> lots) {
    Set<LotKey> all = new TreeSet<>();
    for (Row row : tx.rows(DESCENDANTS, Columns.gtins(lots), Columns.lotNumbers(lots))) {
      all.add(Keys.lot(row));
    }
    return all;
  }
}

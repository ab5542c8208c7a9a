package org.shilian.ledger.append;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.trade.LotKey;

/**
 * Keeps {@code holding.arrives}: whether an unbroken path of links leads on to where a consumer
 * gets the food. A new link only ever sets flags, each at most once in a holding's life, so the
 * cost is amortised. Where a link was lost, every flag that may have hung on it is taken back, and
 * those that still have another way are set again; so rings of links cannot hold each other up.
 *
 * <p>The view {@code link} is asked key by key, with OFFSET 0: joined as it is, the planner reads
 * all links of the ledger, each batch.
 */
final class ArrivalFlags {
  /**
   * Takes back what leads to the lost links, against the arrows. Relies on holding_pkey,
   * hop_by_buyer and lineage_by_output.
   */
  static final String DOUBT =
      """
      WITH RECURSIVE start AS (
        SELECT gtin, lot, operator
        FROM unnest($1::text[], $2::text[], $3::text[]) AS c (gtin, lot, operator)
        UNION
        SELECT k.gtin, k.lot, k.operator
        FROM unnest($4::text[], $5::text[], $6::text[]) AS s (gtin, lot, operator)
        CROSS JOIN LATERAL (
          SELECT l.gtin, l.lot, l.operator FROM ledger.link l
          WHERE (l.to_gtin, l.to_lot, l.to_operator) = (s.gtin, s.lot, s.operator) OFFSET 0) k
      ), doubted AS (
        SELECT h.gtin, h.lot, h.operator
        FROM start JOIN ledger.holding h USING (gtin, lot, operator)
        WHERE h.arrives
        UNION
        SELECT h.gtin, h.lot, h.operator
        FROM doubted d
        CROSS JOIN LATERAL (
          SELECT l.gtin, l.lot, l.operator FROM ledger.link l
          WHERE (l.to_gtin, l.to_lot, l.to_operator) = (d.gtin, d.lot, d.operator) OFFSET 0) k
        JOIN ledger.holding h ON (h.gtin, h.lot, h.operator) = (k.gtin, k.lot, k.operator)
        WHERE h.arrives
      )
      UPDATE ledger.holding h SET arrives = false
      FROM doubted d
      WHERE (h.gtin, h.lot, h.operator) = (d.gtin, d.lot, d.operator)
      RETURNING h.gtin, h.lot, h.operator
      """;

  /**
   * Begins at the candidates that have a link to where consumers are or that leads there, and goes
   * on against the arrows through holdings not yet reached. Relies on holding_pkey, hop_pkey,
   * lineage_pkey, hop_by_buyer and lineage_by_output.
   */
  static final String SPREAD =
      """
      WITH RECURSIVE candidate AS (
        SELECT gtin, lot, operator
        FROM unnest($1::text[], $2::text[], $3::text[]) AS c (gtin, lot, operator)
        UNION
        SELECT k.gtin, k.lot, k.operator
        FROM unnest($4::text[], $5::text[], $6::text[]) AS s (gtin, lot, operator)
        CROSS JOIN LATERAL (
          SELECT l.gtin, l.lot, l.operator FROM ledger.link l
          WHERE (l.to_gtin, l.to_lot, l.to_operator) = (s.gtin, s.lot, s.operator) OFFSET 0) k
      ), reached AS (
        SELECT h.gtin, h.lot, h.operator
        FROM candidate JOIN ledger.holding h USING (gtin, lot, operator)
        WHERE NOT h.arrives AND EXISTS (
          SELECT FROM (
            SELECT l.to_gtin, l.to_lot, l.to_operator FROM ledger.link l
            WHERE (l.gtin, l.lot, l.operator) = (h.gtin, h.lot, h.operator) OFFSET 0) k
          JOIN ledger.holding t
            ON (t.gtin, t.lot, t.operator) = (k.to_gtin, k.to_lot, k.to_operator)
          WHERE t.serves OR t.arrives
          OFFSET 0)
        UNION
        SELECT h.gtin, h.lot, h.operator
        FROM reached r
        CROSS JOIN LATERAL (
          SELECT l.gtin, l.lot, l.operator FROM ledger.link l
          WHERE (l.to_gtin, l.to_lot, l.to_operator) = (r.gtin, r.lot, r.operator) OFFSET 0) k
        JOIN ledger.holding h ON (h.gtin, h.lot, h.operator) = (k.gtin, k.lot, k.operator)
        WHERE NOT h.arrives
      )
      UPDATE ledger.holding h SET arrives = true
      FROM reached r
      WHERE (h.gtin, h.lot, h.operator) = (r.gtin, r.lot, r.operator)
      RETURNING h.gtin, h.lot, h.operator
      """;

  private final LedgerTransaction tx;

  ArrivalFlags(LedgerTransaction tx) {
    this.tx = tx;
  }

  /** Brings the flags along; returns the lots of which a flag may have changed. */
  Set<LotKey> follow(LinkChanges links, HoldingChanges holdings) {
    Set<HoldingKey> doubted = Set.of();
    if (!links.lost().isEmpty() || !holdings.noLongerServing().isEmpty()) {
      doubted = walk(DOUBT, links.lost(), holdings.noLongerServing());
    }
    Set<HoldingKey> candidates = new TreeSet<>(links.gained());
    candidates.addAll(doubted);
    Set<HoldingKey> reached = Set.of();
    if (!candidates.isEmpty() || !holdings.nowServing().isEmpty()) {
      reached = walk(SPREAD, candidates, holdings.nowServing());
    }
    Set<LotKey> lots = new TreeSet<>();
    doubted.forEach(holding -> lots.add(holding.lot()));
    reached.forEach(holding -> lots.add(holding.lot()));
    return lots;
  }

  private Set<HoldingKey> walk(String sql, Set<HoldingKey> from, Set<HoldingKey> before) {
    List<Object> parameters = new ArrayList<>();
    Collections.addAll(parameters, Columns.holdings(from));
    Collections.addAll(parameters, Columns.holdings(before));
    Set<HoldingKey> holdings = new TreeSet<>();
    for (Row row : tx.rows(sql, parameters.toArray())) {
      holdings.add(Keys.holding(row));
    }
    return holdings;
  }
}

package org.shilian.ledger.append;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.LotKey;

/** Brings the graph, the flags and the counters along with what a batch changed. */
final class GraphUpdate {
  private static final String NAME_LOTS =
      """
      INSERT INTO ledger.lot (gtin, lot)
      SELECT * FROM unnest($1::text[], $2::text[]) AS l (gtin, lot) ORDER BY gtin, lot
      ON CONFLICT DO NOTHING
      """;

  /** Relies on lot_pkey. Whoever holds a lot is alone with its hops, holdings and flags. */
  private static final String LOCK_LOTS =
      """
      SELECT FROM ledger.lot
      JOIN unnest($1::text[], $2::text[]) AS l (gtin, lot) USING (gtin, lot)
      ORDER BY gtin, lot FOR NO KEY UPDATE OF lot
      """;

  private final LedgerTransaction tx;
  private final ChainingRule rule;

  GraphUpdate(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  void apply(Admission admission, List<Change> changes) {
    Set<LotKey> lots =
        changes.stream().map(c -> c.effect().lot()).collect(Collectors.toCollection(TreeSet::new));
    tx.run(NAME_LOTS, gtins(lots), lotNumbers(lots));
    tx.run(LOCK_LOTS, gtins(lots), lotNumbers(lots));
    Set<LotKey> toEvaluate = new MovementLog(tx).append(admission);
    SumUpdate sums = new SumUpdate(tx, rule);
    sums.holdings(changes);
    LinkChanges links = sums.hops(changes);
    toEvaluate.addAll(sums.soldOrMade(changes));
    toEvaluate.addAll(new ArrivalFlags(tx).follow(links));
    new LotEvaluation(tx, rule).evaluate(toEvaluate);
  }

  static Object gtins(Collection<LotKey> lots) {
    return lots.stream().map(lot -> lot.gtin().value()).toArray(String[]::new);
  }

  static Object lotNumbers(Collection<LotKey> lots) {
    return lots.stream().map(lot -> lot.lot().value()).toArray(String[]::new);
  }
}

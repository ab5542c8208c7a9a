package org.shilian.ledger.append;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.DeliveryKey;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;

/** Brings the graph, the flags and the counters along with what a batch changed. */
final class GraphUpdate {
  private final LedgerTransaction tx;
  private final ChainingRule rule;

  GraphUpdate(LedgerTransaction tx, ChainingRule rule) {
    this.tx = tx;
    this.rule = rule;
  }

  /**
   * Locks in one order whatever the batch: events were claimed before, now deliveries, then lots;
   * all that follows belongs to lots that are held.
   */
  void apply(List<Turn> turns) {
    List<Change> changes = Change.of(turns);
    Set<DeliveryKey> received = new DeliveryUpdate(tx).count(turns);
    MeasureUpdate measures = new MeasureUpdate(tx);
    MeasureUpdate.Concerned bound = measures.keep(turns);
    LotLocks locks = new LotLocks(tx);
    LotLocks.Held held = locks.hold(named(turns, bound), received, goingOn(turns, bound));

    Set<LotKey> toEvaluate = new EventFacts(tx).keep(turns);
    LinkChanges links = LinkChanges.none();
    HopUpdate hops = new HopUpdate(tx, rule, links);
    hops.apply(received, changes);
    HoldingChanges holdings = new HoldingUpdate(tx, rule).add(changes, hops.implied());
    Set<LotKey> made = new LineageUpdate(tx, links).count(turns);
    holdings.soldByMaker().forEach(holding -> toEvaluate.add(holding.lot()));
    toEvaluate.addAll(new ArrivalFlags(tx).follow(links, holdings));
    Set<LotKey> newDays = new LotEvaluation(tx, rule).evaluate(toEvaluate);
    // all lines of these are the batch's own
    newDays.removeAll(held.unheardOf());

    Set<LotKey> toBind = new TreeSet<>(bound.named());
    toBind.addAll(locks.descendants(bound.withDescendants()));
    if (!made.isEmpty() && measures.anyDerived()) {
      toBind.addAll(locks.descendants(made));
    }
    measures.bind(toBind);
    FlagUpdate flags = new FlagUpdate(tx, rule);
    flags.follow(turns, holdings, held.bound());
    flags.followHoldings(holdings);
    flags.followOrders(hops.ordered());
    flags.followDays(newDays);
    flags.followMeasures(toBind);
  }

  private static Set<LotKey> named(List<Turn> turns, MeasureUpdate.Concerned bound) {
    Set<LotKey> lots = new TreeSet<>(bound.named());
    turns.forEach(turn -> lots.addAll(turn.event().lots()));
    return lots;
  }

  /** The lots from which something goes on to what was made of them: a recall, or a new recipe. */
  private static Set<LotKey> goingOn(List<Turn> turns, MeasureUpdate.Concerned bound) {
    Set<LotKey> lots = new TreeSet<>(bound.withDescendants());
    for (Turn turn : turns) {
      if (turn.event() instanceof Movement movement && !movement.inputs().isEmpty()) {
        movement.makings().forEach(making -> lots.add(making.lot()));
      }
    }
    return lots;
  }
}

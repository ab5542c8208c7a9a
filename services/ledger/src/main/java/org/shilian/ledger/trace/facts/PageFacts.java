package org.shilian.ledger.trace.facts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Link;

/**
 * What the ledger knows of a page.
 *
 * @param fed who sent the lot to its start holdings, or is said to have
 * @param makings all that say they made the page's lots, withdrawn or not
 * @param linkEvents the events of its links
 * @param said tests, certificates, inspections and temperatures of its first lots
 * @param deliveries those of its links' events that have vouchers or boxes
 * @param atBoxes temperatures of the boxes of those deliveries
 * @param measures holds and recalls in force on its first lots
 * @param flags on events of its lots, also at other holdings
 * @param offChainNames names of parties off chain by their keys
 */
public record PageFacts(
    Map<HoldingId, HoldingFacts> holdings,
    Map<HoldingId, Set<String>> fed,
    Map<LotKey, LotFacts> lots,
    Map<LotKey, List<Making>> makings,
    Map<Link, LinkEvents> linkEvents,
    List<Evidence> said,
    List<Movement> deliveries,
    List<Evidence> atBoxes,
    Map<LotKey, List<LotMeasure>> measures,
    List<LotFlag> flags,
    Map<String, String> offChainNames) {

  public HoldingFacts holding(HoldingId id) {
    return holdings.getOrDefault(id, HoldingFacts.NOTHING);
  }

  public LotFacts lot(LotKey lot) {
    return lots.getOrDefault(lot, LotFacts.NOTHING);
  }

  public LinkEvents events(Link link) {
    return linkEvents.getOrDefault(link, LinkEvents.NONE);
  }

  /** Who says they made the lot here, withdrawn or not. */
  public List<Making> makings(HoldingId id) {
    return makings.getOrDefault(id.lot(), List.of()).stream()
        .filter(making -> making.operator().equals(id.party()))
        .toList();
  }
}

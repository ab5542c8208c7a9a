package org.shilian.ledger.trace.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.append.Position;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Link;

/** Facts of a page, said by hand. */
public final class SomeFacts {
  private static final long KG = 1_000_000;

  private final Map<HoldingId, HoldingFacts> holdings = new HashMap<>();
  private final Map<HoldingId, Set<String>> fed = new HashMap<>();
  private final Map<LotKey, LotFacts> lots = new HashMap<>();
  private final Map<LotKey, List<Making>> makings = new HashMap<>();
  private final Map<Link, LinkEvents> linkEvents = new HashMap<>();

  /** Sums in kg: made, received, shipped, sold, used, disposed. */
  public SomeFacts holding(HoldingId id, boolean terminal, long... kg) {
    holdings.put(
        id,
        new HoldingFacts(
            kg[0] * KG, kg[1] * KG, kg[2] * KG, kg[3] * KG, kg[4] * KG, kg[5] * KG, terminal));
    return this;
  }

  public SomeFacts fed(HoldingId id, String seller) {
    fed.computeIfAbsent(id, key -> new HashSet<>()).add(seller);
    return this;
  }

  public SomeFacts lot(LotKey lot, String state, String maturesOn) {
    lots.put(lot, new LotFacts(state, null, null, null, false, LocalDate.parse(maturesOn)));
    return this;
  }

  public SomeFacts making(HoldingId id, String type, boolean voided) {
    makings
        .computeIfAbsent(id.lot(), lot -> new ArrayList<>())
        .add(
            new Making(
                "urn:e:" + makings.size(),
                new Position(1, makings.size()),
                type,
                Instant.parse("2026-10-01T00:00:00Z"),
                id.party(),
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-12-01"),
                voided));
    return this;
  }

  public SomeFacts events(Link link, LinkEvents events) {
    linkEvents.put(link, events);
    return this;
  }

  public PageFacts facts() {
    return new PageFacts(
        holdings,
        fed,
        lots,
        makings,
        linkEvents,
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        Map.of());
  }
}

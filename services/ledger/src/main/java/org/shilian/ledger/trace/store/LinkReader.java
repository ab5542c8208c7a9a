package org.shilian.ledger.trace.store;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.shilian.chain.trade.LotKey;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Graph;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.Walk;

/**
 * Reads the links of holdings in one direction. Where a walk comes to many holdings of a lot at
 * once, it reads all of the lot's links, which are one after the other in the index, and remembers
 * them. For one walk only.
 */
public final class LinkReader {
  private final Snapshot snapshot;
  private final Direction direction;
  private final Map<LotKey, Map<HoldingId, List<Link>>> hops = new HashMap<>();
  private final Map<LotKey, Map<HoldingId, List<Link>>> makings = new HashMap<>();

  public LinkReader(Snapshot snapshot, Direction direction) {
    this.snapshot = snapshot;
    this.direction = direction;
  }

  /** The graph of the walk, which is walked to its end. */
  public Uni<Graph> graph(Walk walk) {
    if (walk.frontier().isEmpty()) {
      return Uni.createFrom().item(walk.graph());
    }
    return links(walk.frontier()).invoke(walk::accept).chain(() -> graph(walk));
  }

  /** All hops of a lot, which are remembered for the walk. */
  public Uni<List<Hop>> hopsOf(LotKey lot) {
    return load(LinkKind.HOP, List.of(lot))
        .map(
            ignored -> {
              List<Hop> hops = new ArrayList<>();
              known(LinkKind.HOP, lot)
                  .values()
                  .forEach(links -> links.forEach(link -> hops.add((Hop) link)));
              return hops;
            });
  }

  /** The links in this direction of these holdings. */
  Uni<List<Link>> links(Collection<HoldingId> holdings) {
    return Uni.combine()
        .all()
        .unis(links(LinkKind.HOP, holdings), links(LinkKind.MADE_INTO, holdings))
        .with(
            (hops, makings) -> {
              List<Link> links = new ArrayList<>(hops);
              links.addAll(makings);
              return links;
            });
  }

  private Uni<List<Link>> links(LinkKind kind, Collection<HoldingId> holdings) {
    Map<LotKey, List<HoldingId>> byLot = Spread.byLot(holdings);
    TreeSet<LotKey> many = new TreeSet<>();
    List<HoldingId> few = new ArrayList<>();
    List<HoldingId> remembered = new ArrayList<>();
    byLot.forEach(
        (lot, ofLot) -> {
          boolean whole = known(kind).containsKey(lot) || ofLot.size() >= Spread.MANY;
          (whole ? remembered : few).addAll(ofLot);
          if (whole && !known(kind).containsKey(lot)) {
            many.add(lot);
          }
        });
    return Uni.combine()
        .all()
        .unis(load(kind, many), read(kind, few))
        .with(
            (ignored, read) -> {
              for (HoldingId holding : remembered) {
                read.addAll(known(kind, holding.lot()).getOrDefault(holding, List.of()));
              }
              return read;
            });
  }

  private Uni<List<Link>> read(LinkKind kind, List<HoldingId> holdings) {
    if (holdings.isEmpty()) {
      return Uni.createFrom().item(new ArrayList<>());
    }
    return snapshot
        .rows(
            kind.byHolding(direction),
            Keys.gtins(holdings),
            Keys.lots(holdings),
            Keys.parties(holdings))
        .map(
            rows -> {
              Keys.Reader keys = new Keys.Reader();
              List<Link> links = new ArrayList<>(rows.rowCount());
              rows.forEach(row -> links.add(kind.read(row, keys)));
              return links;
            });
  }

  private Uni<Void> load(LinkKind kind, Collection<LotKey> lots) {
    if (lots.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return snapshot
        .rows(kind.byLot(direction), Keys.gtinsOfLots(lots), Keys.lotsOfLots(lots))
        .invoke(
            rows -> {
              lots.forEach(lot -> known(kind).put(lot, new HashMap<>()));
              Keys.Reader keys = new Keys.Reader();
              rows.forEach(
                  row -> {
                    Link link = kind.read(row, keys);
                    HoldingId near = direction.near(link);
                    known(kind, near.lot())
                        .computeIfAbsent(near, id -> new ArrayList<>())
                        .add(link);
                  });
            })
        .replaceWithVoid();
  }

  private Map<LotKey, Map<HoldingId, List<Link>>> known(LinkKind kind) {
    return kind == LinkKind.HOP ? hops : makings;
  }

  private Map<HoldingId, List<Link>> known(LinkKind kind, LotKey lot) {
    return known(kind).getOrDefault(lot, Map.of());
  }
}

package org.shilian.ledger.trace.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/** A chain graph drawn by hand, walked as one that is read from the database is. */
public final class Sketch {
  private static final Gtin GTIN = new Gtin("09521234000013");
  private static final long ALL = 10_000_000;

  private final List<Link> links = new ArrayList<>();

  /** The holding of a lot, named by a letter, at a party. */
  public static HoldingId at(String lot, String party) {
    return new HoldingId(new LotKey(GTIN, new Lot(lot)), party);
  }

  /** A matched hop of lot L. */
  public Sketch hop(String from, String to) {
    return hop("L", from, to, ALL, ALL);
  }

  /** A hop of a lot; matched if both sides are there and equal. */
  public Sketch hop(String lot, String from, String to, long shipped, long received) {
    links.add(
        new Hop(
            at(lot, from),
            at(lot, to),
            "",
            shipped,
            received,
            false,
            shipped > 0 && shipped == received));
    return this;
  }

  public Sketch made(String party, String input, String output) {
    links.add(new MadeInto(at(input, party), at(output, party)));
    return this;
  }

  public List<Link> links() {
    return links;
  }

  public List<Hop> hops() {
    return links.stream().filter(Hop.class::isInstance).map(Hop.class::cast).toList();
  }

  public Graph walk(Walk walk) {
    while (!walk.frontier().isEmpty()) {
      walk.accept(linksOf(walk.frontier(), walk.direction()));
    }
    return walk.graph();
  }

  public Graph walk(Direction direction, HoldingId... roots) {
    return walk(
        new Walk(
            direction, Through.RECORDED, 100, 1000, Roots.at(new LinkedHashSet<>(Set.of(roots)))));
  }

  private List<Link> linksOf(Collection<HoldingId> frontier, Direction direction) {
    return links.stream().filter(link -> frontier.contains(direction.near(link))).toList();
  }
}

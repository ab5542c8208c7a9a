package org.shilian.ledger.trace.facts;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;
import org.shilian.gs1.Sscc;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.store.Snapshot;

/** Reads the facts of a page in a fixed number of statements. */
public final class FactStore {
  private final HoldingReader holdings;
  private final LinkEventReader linkEvents;
  private final EvidenceReader evidence;

  public FactStore(Snapshot snapshot) {
    this.holdings = new HoldingReader(snapshot);
    this.linkEvents = new LinkEventReader(snapshot);
    this.evidence = new EvidenceReader(snapshot);
  }

  private record Standing(
      Map<HoldingId, HoldingFacts> holdings,
      Map<HoldingId, Set<String>> fed,
      Map<LotKey, LotFacts> lots,
      Map<LotKey, List<Making>> makings) {}

  private record Said(
      List<Evidence> said,
      Map<LotKey, List<LotMeasure>> measures,
      List<LotFlag> flags,
      Map<String, String> offChainNames) {}

  private record Deliveries(
      Map<Link, LinkEvents> linkEvents, List<Movement> papers, List<Evidence> atBoxes) {}

  /** All of them, with what is in force at a moment. Fails with the database's failure. */
  public Uni<PageFacts> read(Page page, Instant at) {
    return standing(page)
        .chain(
            standing ->
                Uni.combine()
                    .all()
                    .unis(said(page, at), deliveries(page, standing.makings()))
                    .with((said, deliveries) -> facts(standing, said, deliveries)));
  }

  /** Only those that the page's ends rest on. Fails with the database's failure. */
  public Uni<PageFacts> readForEnds(Page page) {
    return standing(page)
        .chain(
            standing ->
                Uni.combine()
                    .all()
                    .unis(
                        evidence.offChainNames(lotsWithLicences(page)),
                        linkEvents.events(broken(page), standing.makings()))
                    .with(
                        (names, events) ->
                            facts(
                                standing,
                                new Said(List.of(), Map.of(), List.of(), names),
                                new Deliveries(events, List.of(), List.of()))));
  }

  private static List<Link> broken(Page page) {
    return page.links().stream().filter(link -> !link.matched()).toList();
  }

  private static PageFacts facts(Standing standing, Said said, Deliveries deliveries) {
    return new PageFacts(
        standing.holdings(),
        standing.fed(),
        standing.lots(),
        standing.makings(),
        deliveries.linkEvents(),
        said.said(),
        deliveries.papers(),
        deliveries.atBoxes(),
        said.measures(),
        said.flags(),
        said.offChainNames());
  }

  private Uni<Standing> standing(Page page) {
    List<HoldingId> starts = page.nodes().stream().filter(Node::start).map(Node::id).toList();
    return Uni.combine()
        .all()
        .unis(
            holdings.holdings(page.holdings()),
            holdings.fed(starts),
            holdings.lots(page.lots()),
            holdings.makings(page.lots()))
        .with(Standing::new);
  }

  private Uni<Said> said(Page page, Instant at) {
    return Uni.combine()
        .all()
        .unis(
            evidence.said(page.firstLots()),
            evidence.measures(page.firstLots(), at),
            evidence.flags(page.lots()),
            evidence.offChainNames(lotsWithLicences(page)))
        .with(Said::new);
  }

  private static Set<LotKey> lotsWithLicences(Page page) {
    List<HoldingId> ends = new ArrayList<>(page.holdings());
    page.links().forEach(link -> ends.add(link.from()));
    Set<LotKey> lots = new LinkedHashSet<>();
    for (HoldingId end : ends) {
      if (end.party().startsWith("licence:")) {
        lots.add(end.lot());
      }
    }
    return lots;
  }

  private Uni<Deliveries> deliveries(Page page, Map<LotKey, List<Making>> makings) {
    return linkEvents
        .eventsAndPapers(page.links(), makings)
        .chain(
            found ->
                evidence
                    .atBoxes(boxes(found.papers()))
                    .map(
                        temperatures ->
                            new Deliveries(found.events(), found.papers(), temperatures)));
  }

  private static Set<Sscc> boxes(List<Movement> papers) {
    Set<Sscc> boxes = new HashSet<>();
    for (Movement movement : papers) {
      if (movement instanceof Movement.Ship ship) {
        boxes.addAll(ship.boxes());
      }
    }
    return boxes;
  }
}

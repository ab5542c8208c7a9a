package org.shilian.ledger.trace;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.trace.end.End;
import org.shilian.ledger.trace.end.EndRules;
import org.shilian.ledger.trace.facts.FactStore;
import org.shilian.ledger.trace.facts.HoldingReader;
import org.shilian.ledger.trace.facts.Page;
import org.shilian.ledger.trace.facts.PageFacts;
import org.shilian.ledger.trace.graph.Graph;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.graph.Walk;
import org.shilian.ledger.trace.sight.Sight;
import org.shilian.ledger.trace.sight.Viewer;
import org.shilian.ledger.trace.start.RootStore;
import org.shilian.ledger.trace.start.Start;
import org.shilian.ledger.trace.store.LinkReader;
import org.shilian.ledger.trace.store.Snapshot;
import org.shilian.ledger.trace.store.Snapshots;
import org.shilian.ledger.trace.view.Cards;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;

/** Walks traces and reads what is known of a page of them. */
@ApplicationScoped
class Traces {
  /** How many holdings one trace comes to at most. */
  static final int MOST_HOLDINGS = 100_000;

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  // by the key of operator
  private static final String REGIONS =
      "SELECT uscc, region FROM registry.operator WHERE uscc = ANY ($1::text[])";

  private final Snapshots snapshots;
  private final Directory directory;
  private final Clock clock;

  Traces(Snapshots snapshots, Directory directory, Clock clock) {
    this.snapshots = snapshots;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A page of a trace.
   *
   * @param ends those of the page
   */
  record Found(Sight sight, Page page, PageFacts facts, List<End> ends, Instant asOf) {}

  /** A page of a trace, and what those in it are called. */
  record Told(Found found, Cards cards) {}

  /**
   * The part of a trace that is asked for. Fails with NOT_FOUND if nothing of it is on record, or
   * nothing that the viewer may see; with FORBIDDEN if it begins with somebody else's business;
   * with the database's failure. Goes on off the event loop, since a page may be large.
   */
  Uni<Told> tell(TraceRequest request, Viewer viewer) {
    return find(
        request,
        viewer,
        (snapshot, sight, visible) -> {
          Page page = Page.of(sight, visible, skip(visible, request.after()), request.size());
          return new FactStore(snapshot).read(page, now()).map(facts -> found(sight, page, facts));
        });
  }

  /** The whole of a trace, with no more facts than its ends need; else as {@link #tell}. */
  Uni<Told> tellEnds(TraceRequest request, Viewer viewer) {
    return find(
        request,
        viewer,
        (snapshot, sight, visible) -> {
          Page page = Page.of(sight, visible, 0, visible.size());
          return new FactStore(snapshot).readForEnds(page).map(facts -> found(sight, page, facts));
        });
  }

  private interface Finding {
    Uni<Found> in(Snapshot snapshot, Sight sight, List<Node> visible);
  }

  private Uni<Told> find(TraceRequest request, Viewer viewer, Finding finding) {
    refuseOthersBusiness(request.start(), viewer);
    return snapshots
        .read(
            snapshot ->
                sight(snapshot, request, viewer)
                    .chain(
                        sight -> {
                          List<Node> visible = sight.nodes();
                          if (visible.isEmpty()) {
                            throw nothing(request.start());
                          }
                          return finding.in(snapshot, sight, visible);
                        }))
        .chain(this::withCards)
        .emitOn(Infrastructure.getDefaultExecutor());
  }

  private static ProblemException nothing(Start start) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "nothing is on record, or nothing that this API key may see, of " + start.parameters());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Found found(Sight sight, Page page, PageFacts facts) {
    Instant asOf = now();
    EndRules rules = new EndRules(sight.graph(), sight, facts, LocalDate.ofInstant(asOf, ZONE));
    return new Found(sight, page, facts, rules.of(page), asOf);
  }

  private static void refuseOthersBusiness(Start start, Viewer viewer) {
    String enterprise = viewer.enterprise();
    String asked = null;
    if (start instanceof Start.OfLot lot) {
      asked = lot.party();
    } else if (start instanceof Start.OfWindow window) {
      asked = window.operator().value();
    }
    if (enterprise != null && asked != null && !asked.equals(enterprise)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "this API key may not begin a trace at " + asked);
    }
  }

  private static Uni<Sight> sight(Snapshot snapshot, TraceRequest request, Viewer viewer) {
    LinkReader links = new LinkReader(snapshot, request.direction());
    return new RootStore(snapshot, links, request.direction(), viewer.enterprise())
        .find(request.start())
        .map(
            roots ->
                new Walk(
                    request.direction(), request.through(), request.depth(), MOST_HOLDINGS, roots))
        .chain(links::graph)
        .chain(graph -> sight(snapshot, graph, viewer));
  }

  private static Uni<Sight> sight(Snapshot snapshot, Graph graph, Viewer viewer) {
    if (viewer instanceof Viewer.Agency agency) {
      Set<String> parties = new TreeSet<>();
      graph.nodes().forEach(node -> parties.add(node.id().party()));
      return snapshot
          .rows(REGIONS, (Object) parties.toArray(String[]::new))
          .map(
              rows -> {
                Map<String, String> regions = new HashMap<>();
                rows.forEach(row -> regions.put(row.getString("uscc"), row.getString("region")));
                return Sight.ofRegion(graph, agency.region(), regions);
              });
    }
    String enterprise = viewer.enterprise();
    if (enterprise == null) {
      return Uni.createFrom().item(Sight.all(graph));
    }
    return new HoldingReader(snapshot)
        .holdings(graph.nodes().stream().map(Node::id).toList())
        .map(
            holdings -> {
              Set<HoldingId> makers = new HashSet<>();
              holdings.forEach(
                  (id, facts) -> {
                    if (facts.made() > 0) {
                      makers.add(id);
                    }
                  });
              return Sight.ofEnterprise(graph, enterprise, makers);
            });
  }

  private static int skip(List<Node> visible, @Nullable Cursor after) {
    if (after == null) {
      return 0;
    }
    int low = 0;
    int high = visible.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Cursor.at(visible.get(middle), 0).compareTo(after) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** After the snapshot is closed, since the directory takes a connection of its own. */
  private Uni<Told> withCards(Found found) {
    Set<String> parties = new HashSet<>();
    Set<Gtin> products = new HashSet<>();
    for (Node node : found.page().nodes()) {
      name(node.id(), parties, products);
      String maker = found.facts().lot(node.id().lot()).maker();
      if (maker != null) {
        parties.add(maker);
      }
    }
    found.page().links().forEach(link -> name(link.from(), parties, products));
    Set<Uscc> operators = new HashSet<>();
    for (String party : parties) {
      if (!HoldingId.offChain(party)) {
        operators.add(new Uscc(party));
      }
    }
    return directory
        .operators(operators)
        .chain(
            known ->
                directory
                    .products(products)
                    .map(cards -> new Cards(known, cards, found.facts().offChainNames())))
        .map(cards -> new Told(found, cards));
  }

  private static void name(HoldingId holding, Set<String> parties, Set<Gtin> products) {
    parties.add(holding.party());
    products.add(holding.lot().gtin());
  }
}

package org.shilian.ledger.trace.end;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.facts.HoldingFacts;
import org.shilian.ledger.trace.facts.LinkEvents;
import org.shilian.ledger.trace.facts.LotFacts;
import org.shilian.ledger.trace.facts.Making;
import org.shilian.ledger.trace.facts.Page;
import org.shilian.ledger.trace.facts.PageFacts;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Graph;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.MadeInto;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.graph.Rings;
import org.shilian.ledger.trace.graph.Rings.Ring;
import org.shilian.ledger.trace.sight.Sight;

/** Says of each holding and hop of a page whether and why a branch ends there. */
public final class EndRules {
  private final Graph graph;
  private final Sight sight;
  private final PageFacts facts;
  private final LocalDate today;
  private final Rings rings;

  /**
   * @param today the day on which a lot has matured or not
   */
  public EndRules(Graph graph, Sight sight, PageFacts facts, LocalDate today) {
    this.graph = graph;
    this.sight = sight;
    this.facts = facts;
    this.today = today;
    this.rings = Rings.of(graph);
  }

  /** The ends of a page: of each of its holdings first those of the hops that lead there. */
  public List<End> of(Page page) {
    List<End> ends = new ArrayList<>();
    for (Node node : page.nodes()) {
      for (Link link : sight.into(node.id())) {
        if (link instanceof Hop hop && hop.gap() != null) {
          ends.add(ofHop(hop, facts.events(hop)));
        }
      }
      Reason reason = reason(node);
      if (reason != null) {
        ends.add(atHolding(node, reason));
      }
    }
    return ends;
  }

  static End ofHop(Hop hop, LinkEvents events) {
    Hop.Gap gap = hop.gap();
    if (gap == null) {
      throw new IllegalArgumentException(hop + " has no gap");
    }
    return switch (gap) {
      case VOID -> new End.AtHop(hop, events, Reason.VOIDED, End.Side.BOTH);
      case TOO_MUCH_RECEIVED -> new End.AtHop(hop, events, Reason.TOO_MUCH_RECEIVED, null);
      case NO_SHIPMENT ->
          oneSided(hop, events, events.shipmentVoided(), End.Side.SHIPMENT, Reason.NO_SHIPMENT);
      case NO_RECEIPT ->
          oneSided(hop, events, events.receiptVoided(), End.Side.RECEIPT, Reason.NO_RECEIPT);
    };
  }

  private static End oneSided(
      Hop hop, LinkEvents events, boolean voided, End.Side side, Reason otherwise) {
    if (hop.leavesChain()) {
      return new End.AtHop(hop, events, Reason.OFF_CHAIN, null);
    }
    return voided
        ? new End.AtHop(hop, events, Reason.VOIDED, side)
        : new End.AtHop(hop, events, otherwise, null);
  }

  private End atHolding(Node node, Reason reason) {
    return new End.AtHolding(
        node.id(),
        reason,
        facts.holding(node.id()),
        facts.lot(node.id().lot()),
        reason == Reason.ORIGIN_REACHED ? making(node.id()) : null,
        node.more());
  }

  private @Nullable Reason reason(Node node) {
    HoldingId id = node.id();
    boolean origin = sight.isOrigin(id) && !sight.owns(id);
    if (origin && sight.endsAt(id)) {
      return graph.into(id).stream().noneMatch(MadeInto.class::isInstance)
          ? Reason.ORIGIN_REACHED
          : Reason.OUT_OF_SCOPE;
    }
    if (sight.endsAt(id)) {
      return Reason.OUT_OF_SCOPE;
    }
    return switch (node.reach()) {
      case LEAF, DOORSTEP -> null;
      case DEPTH -> Reason.DEPTH_REACHED;
      case LIMIT -> Reason.LIMIT_REACHED;
      case WALKED -> graph.direction() == Direction.BACK ? back(id) : forward(node);
    };
  }

  private @Nullable Reason back(HoldingId id) {
    HoldingFacts here = facts.holding(id);
    if (here.made() > 0) {
      return graph.into(id).stream().anyMatch(MadeInto.class::isInstance)
          ? null
          : Reason.ORIGIN_REACHED;
    }
    if (saidToHaveMade(id)) {
      return Reason.VOIDED;
    }
    return wasSentTo(id) ? null : outOfNothing(id, here);
  }

  private @Nullable Reason forward(Node node) {
    HoldingId id = node.id();
    HoldingFacts here = facts.holding(id);
    if (here.made() == 0) {
      if (saidToHaveMade(id)) {
        return Reason.VOIDED;
      }
      if (!wasSentTo(id) && !wasFed(id) && here.passedOn() > 0) {
        return outOfNothing(id, here);
      }
    }
    if (here.reachedConsumer()) {
      return Reason.CONSUMER_REACHED;
    }
    return standsStill(id, here) ? standstill(here, facts.lot(id.lot())) : null;
  }

  private Reason standstill(HoldingFacts here, LotFacts lot) {
    if (here.stock() <= 0 && here.disposed() > 0 && here.disposed() == here.passedOn()) {
      return Reason.DISPOSED;
    }
    if (here.terminal() && here.made() == 0) {
      return Reason.TERMINAL_REACHED;
    }
    return lot.maturedOn(today) ? Reason.WAY_ENDS : Reason.NOT_MATURED;
  }

  private @Nullable Reason outOfNothing(HoldingId id, HoldingFacts here) {
    if (here.passedOn() == 0) {
      return null;
    }
    if (!facts.lot(id.lot()).isUnknown()) {
      return Reason.NEVER_RECEIVED;
    }
    return graph.outOf(id).stream().anyMatch(MadeInto.class::isInstance)
        ? Reason.INPUT_UNKNOWN
        : Reason.LOT_UNKNOWN;
  }

  /** Nothing leads on from here, nor from the ring that it goes round in and where some is left. */
  private boolean standsStill(HoldingId id, HoldingFacts here) {
    Ring ring = rings.of(id);
    return !ring.left() && (ring.members().size() == 1 ? here.came() > 0 : here.stock() > 0);
  }

  /** In the graph; going round in a ring that nobody made it in is no answer. */
  private boolean wasSentTo(HoldingId id) {
    Ring ring = rings.of(id);
    return ring.entered()
        || ring.members().stream().anyMatch(member -> !member.equals(id) && wasMadeAt(member));
  }

  /** By somebody whom a forward trace does not come to. */
  private boolean wasFed(HoldingId id) {
    Set<String> round = new HashSet<>();
    rings.of(id).members().forEach(member -> round.add(member.party()));
    return !round.containsAll(facts.fed().getOrDefault(id, Set.of()));
  }

  private boolean wasMadeAt(HoldingId id) {
    return facts.makings(id).stream().anyMatch(making -> !making.voided());
  }

  private boolean saidToHaveMade(HoldingId id) {
    List<Making> makings = facts.makings(id);
    return !makings.isEmpty() && makings.stream().allMatch(Making::voided);
  }

  private @Nullable Making making(HoldingId id) {
    return facts.makings(id).stream().filter(making -> !making.voided()).findFirst().orElse(null);
  }
}

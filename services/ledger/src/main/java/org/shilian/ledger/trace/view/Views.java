package org.shilian.ledger.trace.view;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.ledger.trace.end.End;
import org.shilian.ledger.trace.end.Reason;
import org.shilian.ledger.trace.facts.HoldingFacts;
import org.shilian.ledger.trace.facts.LinkEvents;
import org.shilian.ledger.trace.facts.LotFacts;
import org.shilian.ledger.trace.facts.LotFlag;
import org.shilian.ledger.trace.facts.Making;
import org.shilian.ledger.trace.facts.Page;
import org.shilian.ledger.trace.facts.PageFacts;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;
import org.shilian.ledger.trace.graph.Link;
import org.shilian.ledger.trace.graph.Node;
import org.shilian.ledger.trace.sight.Sight;
import org.shilian.ledger.trace.words.Amount;
import org.shilian.ledger.trace.words.Language;
import org.shilian.ledger.trace.words.Sentences;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;

/** Writes the parts of a page down as they are answered. */
public final class Views {
  private final Sight sight;
  private final PageFacts facts;
  private final Cards cards;
  private final Sentences sentences;

  public Views(Sight sight, PageFacts facts, Cards cards, Language language) {
    this.sight = sight;
    this.facts = facts;
    this.cards = cards;
    this.sentences = new Sentences(language, cards);
  }

  public List<NodeView> nodes(Page page) {
    return page.nodes().stream().map(this::node).toList();
  }

  private NodeView node(Node node) {
    HoldingId id = node.id();
    Gtin gtin = id.lot().gtin();
    OperatorCard operator = cards.operator(id.party());
    ProductCard product = cards.product(gtin);
    LotFacts lot = facts.lot(id.lot());
    HoldingFacts sums = sight.seesInto(id) ? facts.holding(id) : null;
    return new NodeView(
        id.text(),
        node.depth(),
        node.start() ? true : null,
        gtin.value(),
        id.lot().lot().value(),
        id.party(),
        id.offChain() ? true : null,
        cards.name(id.party()),
        operator == null ? null : operator.role().text(),
        operator == null ? null : operator.region(),
        operator == null ? null : operator.terminal(),
        product == null ? null : product.name(),
        product == null ? null : product.unit(),
        sums == null ? null : number(sums.made(), gtin),
        sums == null ? null : number(sums.received(), gtin),
        sums == null ? null : number(sums.shipped(), gtin),
        sums == null ? null : number(sums.sold(), gtin),
        sums == null ? null : number(sums.used(), gtin),
        sums == null ? null : number(sums.disposed(), gtin),
        sums == null ? null : number(sums.stock(), gtin),
        lot.state(),
        lot.maker(),
        lot.productionDate(),
        lot.expirationDate(),
        lot.chained(),
        lot.maturesOn());
  }

  public List<LinkView> links(Page page) {
    return page.links().stream().map(this::link).toList();
  }

  private LinkView link(Link link) {
    LinkEvents events = facts.events(link);
    if (!(link instanceof Hop hop)) {
      return new LinkView(
          link.from().text(),
          link.to().text(),
          LinkView.MADE_INTO,
          null,
          null,
          null,
          number(events.used(), link.from().lot().gtin()),
          cards.unit(link.from().lot().gtin()),
          null,
          null,
          events.madeAt(),
          true,
          null,
          events.eventIds());
    }
    Gtin gtin = hop.from().lot().gtin();
    Hop.Gap gap = hop.gap();
    return new LinkView(
        hop.from().text(),
        hop.to().text(),
        LinkView.HOP,
        orderCode(hop),
        number(hop.shipped(), gtin),
        number(hop.received(), gtin),
        null,
        cards.unit(gtin),
        events.shippedAt(),
        events.receivedAt(),
        null,
        hop.matched(),
        gap == null ? null : gap.text(),
        events.eventIds());
  }

  public List<EvidenceView> evidence(Page page) {
    return Evidences.of(page, facts, sight);
  }

  /** The flags on events at the page's holdings, as far as the viewer sees into them. */
  public List<FlagView> flags(Page page) {
    Set<HoldingId> here = new HashSet<>(page.holdings());
    return facts.flags().stream()
        .filter(flag -> here.contains(flag.holding()) && sight.seesInto(flag.holding()))
        .map(Views::flag)
        .toList();
  }

  private static FlagView flag(LotFlag flag) {
    return new FlagView(
        flag.eventId(),
        flag.type(),
        flag.holding().party(),
        flag.holding().lot().gtin().value(),
        flag.holding().lot().lot().value(),
        flag.kind(),
        flag.eventTime());
  }

  public List<EndView> ends(List<End> ends) {
    return ends.stream().map(this::end).toList();
  }

  private EndView end(End end) {
    HoldingId node = end.node();
    Gtin gtin = node.lot().gtin();
    boolean into = sight.seesInto(node);
    End.AtHop atHop = end instanceof End.AtHop hop ? hop : null;
    EndView.OfHolding holding =
        end instanceof End.AtHolding here ? holding(here, gtin, into) : null;
    return new EndView(
        node.text(),
        gtin.value(),
        node.lot().lot().value(),
        node.party(),
        end.reason().text(),
        end.reason().isGap(),
        sentences.of(end, into),
        side(end),
        hasAmounts(end, into) ? cards.unit(gtin) : null,
        atHop == null ? null : hop(atHop, gtin),
        holding);
  }

  private static @Nullable String side(End end) {
    if (end instanceof End.AtHop hop) {
      return hop.voided() == null ? null : hop.voided().text();
    }
    return end.reason() == Reason.VOIDED ? End.Side.MAKING.text() : null;
  }

  private static boolean hasAmounts(End end, boolean into) {
    return end instanceof End.AtHop
        || switch (end.reason()) {
          case VOIDED, DEPTH_REACHED, LIMIT_REACHED, OUT_OF_SCOPE -> false;
          default -> into;
        };
  }

  private EndView.OfHop hop(End.AtHop end, Gtin gtin) {
    Hop hop = end.hop();
    return new EndView.OfHop(
        hop.from().party(),
        hop.to().party(),
        orderCode(hop),
        hop.shipped() == 0 ? null : number(hop.shipped(), gtin),
        hop.received() == 0 ? null : number(hop.received(), gtin),
        end.events().shippedAt(),
        end.events().receivedAt());
  }

  private EndView.@Nullable OfHolding holding(End.AtHolding end, Gtin gtin, boolean into) {
    HoldingFacts sums = end.facts();
    BigDecimal stock = number(sums.stock(), gtin);
    BigDecimal sold = number(sums.sold(), gtin);
    BigDecimal used = number(sums.used(), gtin);
    return switch (end.reason()) {
      case ORIGIN_REACHED -> origin(end, into ? number(sums.made(), gtin) : null);
      case NEVER_RECEIVED, LOT_UNKNOWN, INPUT_UNKNOWN ->
          EndView.OfHolding.passedOn(number(sums.passedOn(), gtin));
      case CONSUMER_REACHED -> EndView.OfHolding.consumer(sold, used);
      case WAY_ENDS -> EndView.OfHolding.wayEnds(stock, sold, used);
      case TERMINAL_REACHED -> EndView.OfHolding.stock(stock, null);
      case NOT_MATURED -> EndView.OfHolding.stock(stock, end.lot().maturesOn());
      case DISPOSED -> EndView.OfHolding.disposed(number(sums.disposed(), gtin));
      case DEPTH_REACHED -> EndView.OfHolding.more(end.more());
      default -> null;
    };
  }

  private static EndView.OfHolding origin(End.AtHolding end, @Nullable BigDecimal made) {
    Making making = end.making();
    return making == null
        ? EndView.OfHolding.origin(made, null, null)
        : EndView.OfHolding.origin(made, making.type(), making.productionDate());
  }

  private static @Nullable String orderCode(Hop hop) {
    return hop.orderCode().isEmpty() ? null : hop.orderCode();
  }

  private BigDecimal number(long micros, Gtin gtin) {
    return new Amount(micros, cards.unit(gtin)).number();
  }
}

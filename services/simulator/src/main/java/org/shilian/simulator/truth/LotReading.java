package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the paper of a lot comes to once all that was taken back is struck out. */
final class LotReading {

  /** A receipt of some of the lot, or of the whole order that it was in. */
  record Receipt(Stamp stamp, Hop hop) {}

  private final LotPaper paper;
  private final Standing standing;
  private final List<Making> makings;
  private final List<Outgoing> outgoing;
  private final List<Receipt> receipts = new ArrayList<>();
  private final Map<Hop, HopState> hops = new LinkedHashMap<>();
  private final Map<String, Sums> sums = new HashMap<>();
  private final Map<String, Set<LotKey>> descendants = new HashMap<>();
  private final Set<String> serving = new HashSet<>();

  LotReading(LotPaper paper, Standing standing) {
    this.paper = paper;
    this.standing = standing;
    this.makings = paper.makings().stream().filter(m -> standing.counts(m.stamp())).toList();
    this.outgoing = paper.outgoing().stream().filter(o -> standing.counts(o.stamp())).toList();
    makings.forEach(m -> at(m.stamp().operator()).made += m.batch().portion().millionths());
    outgoing.forEach(this::add);
    paper.deliveries().forEach(this::addHop);
    for (LotPaper.Descendant made : paper.descendants()) {
      if (standing.counts(made.stamp())) {
        descendants.computeIfAbsent(made.stamp().operator(), at -> new HashSet<>()).add(made.lot());
      }
    }
    paper.servedDescendants().stream()
        .filter(standing::counts)
        .forEach(stamp -> serving.add(stamp.operator()));
  }

  private Sums at(String operator) {
    return sums.computeIfAbsent(operator, key -> new Sums());
  }

  private void add(Outgoing out) {
    Sums at = at(out.stamp().operator());
    switch (out.way()) {
      case SHIPPED -> at.shipped += out.millionths();
      case SOLD -> at.sold += out.millionths();
      case USED -> at.used += out.millionths();
      case DISPOSED -> at.disposed += out.millionths();
    }
  }

  private void addHop(Hop hop, LotPaper.Delivery delivery) {
    long shipped = sum(delivery.shipped);
    List<LotPaper.Entry> lines =
        delivery.received.stream().filter(entry -> standing.counts(entry.stamp())).toList();
    long received = sum(lines);
    lines.forEach(entry -> receipts.add(new Receipt(entry.stamp(), hop)));
    if (lines.isEmpty() && shipped > 0) {
      List<Stamp> whole = standing.wholeReceipts(hop);
      received = whole.isEmpty() ? 0 : shipped;
      whole.forEach(stamp -> receipts.add(new Receipt(stamp, hop)));
    }
    at(hop.buyer()).received += received;
    hops.put(hop, state(shipped, received));
  }

  private long sum(List<LotPaper.Entry> entries) {
    return entries.stream()
        .filter(entry -> standing.counts(entry.stamp()))
        .mapToLong(LotPaper.Entry::millionths)
        .sum();
  }

  private static HopState state(long shipped, long received) {
    if (shipped == 0 && received == 0) {
      return HopState.NOTHING;
    }
    if (received == 0) {
      return HopState.NO_RECEIPT;
    }
    if (shipped == 0) {
      return HopState.NO_SHIPMENT;
    }
    return Sums.exceeds(received, shipped) ? HopState.TOO_MUCH : HopState.MATCHED;
  }

  LotKey lot() {
    return paper.lot();
  }

  /** What counts of those who say that they made it. */
  List<Making> makings() {
    return makings;
  }

  /** Where the lot begins and counts, though it may all be void; null when it begins nowhere. */
  @Nullable Origin origin() {
    List<Making> speaking = makings.isEmpty() ? paper.makings() : makings;
    return speaking.stream()
        .map(making -> making.batch().origin())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Whether everything that says who made it is void. */
  boolean voided() {
    return makings.isEmpty();
  }

  /** Those with whom the lot begins. */
  List<String> makers() {
    return makings.stream()
        .filter(making -> making.batch().origin() != null)
        .map(making -> making.stamp().operator())
        .toList();
  }

  /** The last good day on its label, if anybody said one. */
  @Nullable LocalDate expires() {
    List<Making> speaking = makings.isEmpty() ? paper.makings() : makings;
    return speaking.stream()
        .map(making -> making.batch().expires())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  Map<Hop, HopState> hops() {
    return hops;
  }

  List<Outgoing> outgoing() {
    return outgoing;
  }

  List<Receipt> receipts() {
    return receipts;
  }

  /** What an operator had of it. */
  Sums sumsAt(String operator) {
    return sums.getOrDefault(operator, new Sums());
  }

  /** What an operator made of it. */
  Set<LotKey> descendantsAt(String operator) {
    return descendants.getOrDefault(operator, Set.of());
  }

  /** What an operator made it of. */
  Set<LotKey> inputsAt(String operator) {
    Set<LotKey> inputs = new HashSet<>();
    makings.stream()
        .filter(making -> making.stamp().operator().equals(operator))
        .forEach(making -> inputs.addAll(making.inputs()));
    return inputs;
  }

  /** Its deliveries, as far as anybody wrote them down. */
  List<Step> deliveries() {
    List<Step> steps = new ArrayList<>();
    hops.forEach((hop, state) -> steps.add(Step.delivery(lot(), hop, state)));
    return steps;
  }

  /** All ways without a gap from this lot's holdings onward. */
  List<Step> links() {
    List<Step> links = new ArrayList<>(deliveries());
    links.removeIf(step -> step.state() != HopState.MATCHED);
    descendants.forEach(
        (operator, others) ->
            others.forEach(other -> links.add(Step.making(lot(), other, operator))));
    return links;
  }

  /** Those who had something of it, or said that they made it. */
  Set<Holding> holdings() {
    Set<Holding> holdings = new HashSet<>();
    sums.forEach(
        (operator, at) -> {
          if (at.came() + at.gone() > 0) {
            holdings.add(new Holding(lot(), operator));
          }
        });
    paper.makings().forEach(making -> holdings.add(new Holding(lot(), making.stamp().operator())));
    return holdings;
  }

  /** Whether an operator said that it made the lot, even if it took that back. */
  boolean saidToHaveMade(String operator) {
    return paper.makings().stream().anyMatch(making -> making.stamp().operator().equals(operator));
  }

  boolean anybodySaidToHaveMade() {
    return !paper.makings().isEmpty();
  }

  /** What says when it is mature; null for one that was packed from others. */
  @Nullable Origin maturing() {
    boolean packed = !makings.isEmpty() && makers().isEmpty();
    return packed ? null : origin();
  }

  boolean shipmentsTakenBack(Hop hop) {
    LotPaper.Delivery delivery = paper.deliveries().get(hop);
    return delivery != null && !delivery.shipped.isEmpty() && sum(delivery.shipped) == 0;
  }

  boolean receiptsTakenBack(Hop hop) {
    LotPaper.Delivery delivery = paper.deliveries().get(hop);
    boolean lines = delivery != null && !delivery.received.isEmpty();
    return (lines || standing.anybodyReceivedWhole(hop)) && hops.get(hop) == HopState.NO_RECEIPT;
  }

  /** Operators whose settled products of this lot serve consumers. */
  Set<String> serving() {
    return serving;
  }
}

package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that was written about one lot, word for word. */
final class LotPaper {

  /** A quantity on one side of a delivery. */
  record Entry(Stamp stamp, long millionths) {}

  static final class Delivery {
    final List<Entry> shipped = new ArrayList<>(1);
    final List<Entry> received = new ArrayList<>(1);
  }

  /** That another lot was made of this one. */
  record Descendant(Stamp stamp, LotKey lot) {}

  private final LotKey lot;
  private final List<Making> makings = new ArrayList<>(1);
  private final List<Outgoing> outgoing = new ArrayList<>();
  private final Map<Hop, Delivery> deliveries = new LinkedHashMap<>();
  private final List<Descendant> descendants = new ArrayList<>();
  private final List<Stamp> servedDescendants = new ArrayList<>();
  private LocalDate touched;
  private boolean forgetful;

  LotPaper(LotKey lot, LocalDate day) {
    this.lot = lot;
    this.touched = day;
  }

  LotKey lot() {
    return lot;
  }

  void touch(LocalDate day) {
    if (day.isAfter(touched)) {
      touched = day;
    }
  }

  LocalDate touched() {
    return touched;
  }

  void made(Making making) {
    makings.add(making);
  }

  void shipped(Stamp stamp, Hop hop, long millionths) {
    outgoing.add(new Outgoing(stamp, Outgoing.Way.SHIPPED, millionths));
    delivery(hop).shipped.add(new Entry(stamp, millionths));
  }

  void received(Stamp stamp, Hop hop, long millionths) {
    delivery(hop).received.add(new Entry(stamp, millionths));
  }

  private Delivery delivery(Hop hop) {
    return deliveries.computeIfAbsent(hop, at -> new Delivery());
  }

  void left(Outgoing out) {
    outgoing.add(out);
  }

  /** Another lot was made of this one where the event happened. */
  void madeInto(Stamp stamp, LotKey other) {
    descendants.add(new Descendant(stamp, other));
  }

  /**
   * Lets go of a lot made of this one about which everything is known.
   *
   * @param servingAt whether what was made by an operator serves consumers there or further on
   */
  void settled(LotKey descendant, Predicate<String> servingAt) {
    forgetful = true;
    for (Descendant made : descendants) {
      if (made.lot().equals(descendant) && servingAt.test(made.stamp().operator())) {
        servedDescendants.add(made.stamp());
      }
    }
    descendants.removeIf(made -> made.lot().equals(descendant));
  }

  /** Whether what was made of it is no longer all here. */
  boolean forgetful() {
    return forgetful;
  }

  List<Making> makings() {
    return makings;
  }

  List<Outgoing> outgoing() {
    return outgoing;
  }

  Map<Hop, Delivery> deliveries() {
    return deliveries;
  }

  List<Descendant> descendants() {
    return descendants;
  }

  /** Events that made of this lot others which serve consumers and are settled. */
  List<Stamp> servedDescendants() {
    return servedDescendants;
  }

  /** The lots that this one was made of, as far as anybody said. */
  Set<LotKey> inputs() {
    Set<LotKey> inputs = new LinkedHashSet<>();
    makings.forEach(making -> inputs.addAll(making.inputs()));
    return inputs;
  }
}

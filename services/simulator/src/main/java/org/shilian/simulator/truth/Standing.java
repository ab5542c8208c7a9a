package org.shilian.simulator.truth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What counts of all that was written: what nobody took back. Whoever takes back a taking back lets
 * the first word stand again. Only one's own words can be taken back, and words that take one
 * another back in a ring take nothing back.
 */
final class Standing {
  private record Declaration(Stamp stamp, long target) {}

  private final Map<Long, Declaration> declarations = new HashMap<>();
  private final Map<Long, List<Declaration>> against = new HashMap<>();
  private final Map<Hop, List<Stamp>> wholeOrders = new HashMap<>();

  /** An operator declares an event in error, known yet or not. */
  void voided(Stamp declaration, long target) {
    Declaration entry = new Declaration(declaration, target);
    declarations.put(declaration.event(), entry);
    against.computeIfAbsent(target, at -> new ArrayList<>(1)).add(entry);
  }

  /** An operator received whatever was in an order. */
  void receivedWhole(Stamp stamp, Hop order) {
    wholeOrders.computeIfAbsent(order, at -> new ArrayList<>(1)).add(stamp);
  }

  boolean counts(Stamp stamp) {
    for (Declaration declaration : against.getOrDefault(stamp.event(), List.of())) {
      if (declaration.stamp().operator().equals(stamp.operator())
          && !isInRing(declaration)
          && counts(declaration.stamp())) {
        return false;
      }
    }
    return true;
  }

  private boolean isInRing(Declaration declaration) {
    Set<Long> seen = new HashSet<>();
    Declaration next = declaration;
    while (next != null && seen.add(next.stamp().event())) {
      Declaration target = declarations.get(next.target());
      boolean own =
          target != null && target.stamp().operator().equals(declaration.stamp().operator());
      next = own ? target : null;
    }
    return next != null && next.equals(declaration);
  }

  /** Whether there is a receipt of a whole order, even if it was taken back. */
  boolean anybodyReceivedWhole(Hop order) {
    return wholeOrders.containsKey(order);
  }

  /** The receipts of a whole order that count. */
  List<Stamp> wholeReceipts(Hop order) {
    return wholeOrders.getOrDefault(order, List.of()).stream().filter(this::counts).toList();
  }
}

package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that was written about one lot, and what follows from it. */
final class LotPaper {
  private record Entry(long event, long quantity) {}

  private record Making(long event, Origin origin) {}

  private record Sale(long event, String operator) {}

  private static final class Delivery {
    final List<Entry> shipped = new ArrayList<>();
    final List<Entry> received = new ArrayList<>();
  }

  private final List<Making> makings = new ArrayList<>(1);
  private final List<Sale> sales = new ArrayList<>();
  private final Map<Hop, Delivery> deliveries = new LinkedHashMap<>();
  private LocalDate touched;

  LotPaper(LocalDate day) {
    this.touched = day;
  }

  void touch(LocalDate day) {
    if (day.isAfter(touched)) {
      touched = day;
    }
  }

  LocalDate touched() {
    return touched;
  }

  void made(long event, Origin origin) {
    makings.add(new Making(event, origin));
  }

  void shipped(long event, Hop hop, long quantity) {
    deliveries.computeIfAbsent(hop, at -> new Delivery()).shipped.add(new Entry(event, quantity));
  }

  void received(long event, Hop hop, long quantity) {
    deliveries.computeIfAbsent(hop, at -> new Delivery()).received.add(new Entry(event, quantity));
  }

  void sold(long event, String operator) {
    sales.add(new Sale(event, operator));
  }

  /**
   * What is true of the lot.
   *
   * @return null when nobody ever said to have made it
   */
  @Nullable Finding find(LongPredicate isVoid, Predicate<String> terminal) {
    if (makings.isEmpty()) {
      return null;
    }
    Origin last = makings.get(makings.size() - 1).origin();
    Set<String> makers = new HashSet<>();
    for (Making making : makings) {
      if (!isVoid.test(making.event())) {
        makers.add(making.origin().maker());
      }
    }
    Map<Hop, HopState> hops = new LinkedHashMap<>();
    deliveries.forEach((hop, delivery) -> hops.put(hop, state(delivery, isVoid)));
    boolean ownSale =
        sales.stream()
            .anyMatch(sale -> !isVoid.test(sale.event()) && makers.contains(sale.operator()));
    boolean arrives = arrives(makers, hops, terminal);
    return new Finding(last, makers.isEmpty(), !makers.isEmpty() && (ownSale || arrives), hops);
  }

  private static HopState state(Delivery delivery, LongPredicate isVoid) {
    long shipped = sum(delivery.shipped, isVoid);
    long received = sum(delivery.received, isVoid);
    if (shipped == 0 && received == 0) {
      return HopState.NOTHING;
    }
    if (received == 0) {
      return HopState.NO_RECEIPT;
    }
    if (shipped == 0) {
      return HopState.NO_SHIPMENT;
    }
    // received ≤ 1.02 × shipped, in whole numbers
    return received * 100 <= shipped * 102 ? HopState.MATCHED : HopState.TOO_MUCH;
  }

  private static long sum(List<Entry> entries, LongPredicate isVoid) {
    long sum = 0;
    for (Entry entry : entries) {
      if (!isVoid.test(entry.event())) {
        sum += entry.quantity();
      }
    }
    return sum;
  }

  /** Breadth first from the makers along matched hops; standing at the start is not arriving. */
  private static boolean arrives(
      Set<String> makers, Map<Hop, HopState> hops, Predicate<String> terminal) {
    Map<String, List<String>> onward = new HashMap<>();
    hops.forEach(
        (hop, state) -> {
          if (state == HopState.MATCHED) {
            onward.computeIfAbsent(hop.seller(), at -> new ArrayList<>()).add(hop.buyer());
          }
        });
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(makers);
    while (!next.isEmpty()) {
      for (String buyer : onward.getOrDefault(next.remove(), List.of())) {
        if (terminal.test(buyer)) {
          return true;
        }
        if (reached.add(buyer)) {
          next.add(buyer);
        }
      }
    }
    return false;
  }
}

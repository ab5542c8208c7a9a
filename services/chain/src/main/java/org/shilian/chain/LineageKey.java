package org.shilian.chain;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;

/** That an operator made a lot of another: a link of the graph while a live event says so. */
public record LineageKey(LotKey input, LotKey output, Uscc operator)
    implements Comparable<LineageKey> {
  private static final Comparator<LineageKey> ORDER =
      Comparator.comparing(LineageKey::input)
          .thenComparing(LineageKey::output)
          .thenComparing(key -> key.operator().value());

  /** What this event says was made of what; each pair once. */
  public static Set<LineageKey> of(TradeEvent event) {
    Set<LineageKey> pairs = new TreeSet<>();
    if (event instanceof Movement movement) {
      for (Line input : movement.inputs()) {
        for (Making made : movement.makings()) {
          pairs.add(new LineageKey(input.key(), made.lot(), event.operator()));
        }
      }
    }
    return pairs;
  }

  /** Where the input was used. */
  public HoldingKey from() {
    return new HoldingKey(input, operator);
  }

  /** Where the output was made. */
  public HoldingKey to() {
    return new HoldingKey(output, operator);
  }

  @Override
  public int compareTo(LineageKey other) {
    return ORDER.compare(this, other);
  }
}

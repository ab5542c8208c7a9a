package org.shilian.chain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;

/** Whether what came out of a transformation can have come out of what went in. */
public final class Yield {
  private Yield() {}

  /**
   * Whether more came out than can have: of a REPACK, more than went in plus the tolerance; of a
   * PRODUCE, more than {@link ChainingRule#mostYield} times as much. Only quantities of one kind of
   * unit are compared; what no input is measured in is not judged.
   */
  public static boolean impossible(TradeEvent event, ChainingRule rule) {
    if (!(event instanceof Movement movement) || movement.inputs().isEmpty()) {
      return false;
    }
    Map<Unit.Kind, Long> in = sums(movement.inputs());
    Map<Unit.Kind, Long> out = sums(movement.makings().stream().map(Making::line).toList());
    boolean repack = movement instanceof Movement.Repack;
    return out.entrySet().stream()
        .anyMatch(
            made -> {
              Long base = in.get(made.getKey());
              if (base == null) {
                return false;
              }
              return repack
                  ? rule.exceeds(made.getValue(), base)
                  : made.getValue() / rule.mostYield() > base;
            });
  }

  private static Map<Unit.Kind, Long> sums(List<Line> lines) {
    Map<Unit.Kind, Long> sums = new EnumMap<>(Unit.Kind.class);
    for (Line line : lines) {
      sums.merge(line.quantity().unit().kind(), line.quantity().micros(), Math::addExact);
    }
    return sums;
  }
}

package org.shilian.chain.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.ColumnSums;
import org.shilian.chain.Effect.Column;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.reference.ReferenceState.LotRow;
import org.shilian.chain.reference.ReferenceState.LotState;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Uscc;

/** Where each lot stands that any event named. */
final class Lots {
  private final SortedMap<LotKey, LotRow> rows = new TreeMap<>();
  private final ChainingRule rule;
  private final Map<HoldingKey, ColumnSums> holdings;
  private final Arrivals arrivals;

  /** That somebody made a lot, and whether that brought it on the chain and counts. */
  private record Said(Making making, Uscc maker, boolean origin, boolean counts) {}

  Lots(
      ChainingRule rule,
      Collection<TradeEvent> events,
      Set<TradeEvent> counting,
      Map<HoldingKey, ColumnSums> holdings,
      Arrivals arrivals) {
    this.rule = rule;
    this.holdings = holdings;
    this.arrivals = arrivals;
    SortedMap<LotKey, List<Said>> said = new TreeMap<>();
    for (TradeEvent event : events) {
      event.lots().forEach(lot -> said.computeIfAbsent(lot, any -> new ArrayList<>()));
      if (event instanceof Movement movement) {
        boolean origin = !(movement instanceof Movement.Repack);
        for (Making making : movement.makings()) {
          said.computeIfAbsent(making.lot(), any -> new ArrayList<>())
              .add(new Said(making, event.operator(), origin, counting.contains(event)));
        }
      }
    }
    said.forEach((lot, sayings) -> rows.put(lot, row(lot, sayings)));
  }

  SortedMap<LotKey, LotRow> rows() {
    return rows;
  }

  private LotRow row(LotKey lot, List<Said> said) {
    List<Said> origins = said.stream().filter(s -> s.counts() && s.origin()).toList();
    List<Said> live = said.stream().filter(Said::counts).toList();
    List<Said> speaking = !origins.isEmpty() ? origins : !live.isEmpty() ? live : said;
    LocalDate production = least(speaking, s -> s.making().productionDate());
    LocalDate expiration = least(speaking, s -> s.making().expirationDate());
    boolean matures = speaking.stream().anyMatch(Said::origin);
    return new LotRow(
        said.isEmpty()
            ? LotState.UNKNOWN
            : live.isEmpty()
                ? LotState.VOID
                : origins.isEmpty() ? LotState.REPACKED : LotState.ORIGIN,
        least(speaking, s -> s.maker().value()),
        production,
        expiration,
        matures && production != null && expiration != null
            ? rule.maturesOn(production, expiration)
            : null,
        origins.stream().anyMatch(s -> reachesConsumers(new HoldingKey(lot, s.maker()))));
  }

  private boolean reachesConsumers(HoldingKey origin) {
    ColumnSums sums = holdings.get(origin);
    return arrivals.arrives(origin) || (sums != null && sums.of(Column.SOLD) > 0);
  }

  private static <T extends Comparable<? super T>> @Nullable T least(
      List<Said> said, Function<Said, @Nullable T> of) {
    return said.stream()
        .map(of)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}

package org.shilian.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Role;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.truth.Direction;
import org.shilian.simulator.truth.Holding;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Trace;
import org.shilian.simulator.truth.View;

/** Finds the lots whose traces are worth showing: full of hands, and still short enough to read. */
final class Tales {
  private static final int LONGEST = 18;
  private static final int TRIED = 2_000;
  private static final List<String> GAPS = List.of("no-receipt", "no-shipment", "voided");

  private final County county;
  private final View view;

  Tales(County county, View view) {
    this.county = county;
    this.view = view;
  }

  /** A school lunch that leads back to many farms, with as few gaps as possible. */
  @Nullable LotKey lunch() {
    return best(
        product -> product.maker().trade() == Trade.CENTRAL_KITCHEN,
        Direction.BACK,
        trace -> {
          int farms = farms(trace);
          int gaps = (int) (trace.ends().size() - trace.ends("origin-reached"));
          boolean served = trace.holdings().stream().anyMatch(this::isAtSchool);
          return farms > 0 && served ? Math.max(1, 20 + 5 * farms - 10 * gaps) : 0;
        });
  }

  /** A farm's lot that leads to many tables, through something made of it, and once to a gap. */
  @Nullable LotKey harvest() {
    return best(
        product -> product.kind().recipe() == null && product.kind().provenance() == null,
        Direction.FORWARD,
        trace -> {
          long gaps = GAPS.stream().mapToLong(trace::ends).sum();
          long tables = trace.ends("consumer-reached");
          boolean lunch = trace.holdings().stream().anyMatch(this::isLunchAtSchool);
          boolean good =
              gaps >= 1 && gaps <= 2 && tables >= 2 && gaps + tables == trace.ends().size();
          return good ? (int) tables * 3 + (lunch ? 10 : 0) + lots(trace) : 0;
        });
  }

  private @Nullable LotKey best(
      Predicate<Product> products, Direction direction, ToIntFunction<Trace> score) {
    List<LotKey> lots =
        view.lots().stream().filter(lot -> products.test(county.product(lot.gtin()))).toList();
    int stride = Math.max(1, lots.size() / TRIED);
    LotKey best = null;
    int most = 0;
    for (int i = 0; i < lots.size(); i += stride) {
      Optional<Trace> trace = view.trace(lots.get(i), direction);
      int points =
          trace.filter(t -> t.holdings().size() <= LONGEST).map(score::applyAsInt).orElse(0);
      if (points > most) {
        most = points;
        best = lots.get(i);
      }
    }
    return best;
  }

  private int farms(Trace trace) {
    Set<String> farms = new HashSet<>();
    for (Trace.End end : trace.ends()) {
      Product product = county.product(end.at().lot().gtin());
      if (end.reason().equals("origin-reached")
          && product.maker().trade().role() == Role.PRODUCER) {
        farms.add(end.at().operator());
      }
    }
    return farms.size();
  }

  private static int lots(Trace trace) {
    return (int) trace.holdings().stream().map(Holding::lot).distinct().count();
  }

  private boolean isLunchAtSchool(Holding holding) {
    return isAtSchool(holding)
        && county.product(holding.lot().gtin()).maker().trade() == Trade.CENTRAL_KITCHEN;
  }

  private boolean isAtSchool(Holding holding) {
    return county
        .operator(holding.operator())
        .map(Operator::trade)
        .filter(trade -> trade == Trade.SCHOOL_CANTEEN)
        .isPresent();
  }
}

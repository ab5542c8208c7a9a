package org.shilian.capture.check;

import static org.shilian.registry.OperatorRole.CATERER;
import static org.shilian.registry.OperatorRole.DISTRIBUTOR;
import static org.shilian.registry.OperatorRole.PRODUCER;
import static org.shilian.registry.OperatorRole.REGULATOR;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.CaptureConfig;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.problem.Violation;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.ProductCard;

/**
 * What the register and the clock say against a trade event, by whichever door it came: which types
 * an operator may post by its role, of whose products, and of which time.
 */
@ApplicationScoped
public class TradeRules {
  private static final Set<OperatorRole> ENTERPRISES = EnumSet.complementOf(EnumSet.of(REGULATOR));
  private static final Map<TradeEvent.Type, Set<OperatorRole>> WHO_MAY =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(TradeEvent.Type.PRODUCE, EnumSet.of(PRODUCER, CATERER)),
              Map.entry(TradeEvent.Type.FIRST_IN, EnumSet.of(PRODUCER, DISTRIBUTOR)),
              Map.entry(TradeEvent.Type.REPACK, ENTERPRISES),
              Map.entry(TradeEvent.Type.SHIP, ENTERPRISES),
              Map.entry(TradeEvent.Type.RECEIVE, ENTERPRISES),
              Map.entry(TradeEvent.Type.SELL, ENTERPRISES),
              Map.entry(TradeEvent.Type.USE, EnumSet.of(PRODUCER, CATERER)),
              Map.entry(TradeEvent.Type.DISPOSE, ENTERPRISES),
              Map.entry(TradeEvent.Type.TEST, ENTERPRISES),
              Map.entry(TradeEvent.Type.CERTIFY, EnumSet.of(PRODUCER)),
              Map.entry(TradeEvent.Type.TEMPERATURE, ENTERPRISES),
              Map.entry(TradeEvent.Type.SAMPLE, EnumSet.of(CATERER)),
              Map.entry(TradeEvent.Type.SEAL, EnumSet.of(CATERER)),
              Map.entry(TradeEvent.Type.INSPECT, EnumSet.of(REGULATOR)),
              Map.entry(TradeEvent.Type.HOLD, EnumSet.of(REGULATOR)),
              Map.entry(TradeEvent.Type.RELEASE, EnumSet.of(REGULATOR)),
              Map.entry(TradeEvent.Type.RECALL, EnumSet.allOf(OperatorRole.class)),
              Map.entry(TradeEvent.Type.RECALL_ACK, ENTERPRISES),
              Map.entry(TradeEvent.Type.CLOSE, EnumSet.of(REGULATOR)),
              Map.entry(TradeEvent.Type.VOID, EnumSet.allOf(OperatorRole.class)),
              Map.entry(TradeEvent.Type.EPCIS, EnumSet.allOf(OperatorRole.class))));

  private final Clock clock;
  private final CaptureConfig config;

  TradeRules(Clock clock, CaptureConfig config) {
    this.clock = clock;
    this.config = config;
  }

  /** The roles that may post events of this type. */
  static Set<OperatorRole> whoMay(TradeEvent.Type type) {
    return WHO_MAY.getOrDefault(type, Set.of());
  }

  /**
   * The rules that the event breaks; the fields are those of its trade form.
   *
   * @param operator who did it, as registered; null if it is not
   */
  public List<Violation> violations(
      TradeEvent event, @Nullable OperatorCard operator, RegistryLookup.Found found) {
    List<Violation> violations = new ArrayList<>();
    if (operator == null) {
      violations.add(
          new Violation("operator", event.operator().value(), "must be a registered operator"));
      return violations;
    }
    if (!whoMay(event.type()).contains(operator.role())) {
      violations.add(
          new Violation(
              "type",
              event.type().name(),
              "is not for an operator that is a " + operator.role().text()));
    }
    ownProducts(event, operator, found, violations);
    if (event instanceof Evidence.Inspect inspect
        && !found.operators().containsKey(inspect.inspected())) {
      violations.add(
          new Violation("inspected", inspect.inspected().value(), "must be a registered operator"));
    }
    Instant latest = clock.instant().plus(config.clockTolerance());
    if (event.envelope().eventTime().toInstant().isAfter(latest)) {
      violations.add(
          new Violation(
              "eventTime",
              event.envelope().eventTime().toString(),
              "must not be after " + latest + ", which is this server's time and its tolerance"));
    }
    return violations;
  }

  /**
   * A product is made, certified and called back by the operator that it is registered for; called
   * back also by a regulator.
   */
  private static void ownProducts(
      TradeEvent event,
      OperatorCard operator,
      RegistryLookup.Found found,
      List<Violation> violations) {
    if (event instanceof Movement.Produce produce) {
      ownProduct("gtin", produce.made().lot(), operator, found, violations);
    } else if (event instanceof Evidence.Certify certify) {
      ownProduct("gtin", certify.lot(), operator, found, violations);
    } else if (event instanceof Measure.Recall recall && operator.role() != REGULATOR) {
      for (int i = 0; i < recall.lots().size(); i++) {
        ownProduct("lots/" + i + "/gtin", recall.lots().get(i), operator, found, violations);
      }
    }
  }

  private static void ownProduct(
      String field,
      LotKey lot,
      OperatorCard operator,
      RegistryLookup.Found found,
      List<Violation> violations) {
    ProductCard product = found.products().get(lot.gtin());
    if (product != null && !product.operator().equals(operator.uscc())) {
      violations.add(
          new Violation(
              field, lot.gtin().value(), "must be a product registered for this operator"));
    }
  }
}

package org.shilian.capture.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.GivenConfig;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.registry.Caller;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.ProductCard;

/** The operators and products of the examples in {@code schemas/events}, as a register. */
public final class Town {
  public static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
  public static final Duration TOLERANCE = Duration.ofHours(24);

  public static final Uscc PRODUCER = new Uscc("91331122MA2E0C001Y");
  public static final Uscc DISTRIBUTOR = new Uscc("91331122MA2E0C0022");
  public static final Uscc CATERER = new Uscc("91331122MA2E0C0035");
  public static final Uscc OTHER_PRODUCER = new Uscc("91331122MA2E0C005B");
  public static final Uscc GROWER = new Uscc("91331122MA2E0C0048");
  public static final Uscc AGENCY = new Uscc("11331122MB1A000100");
  public static final Caller ADMIN = new Caller("admin", Caller.Role.ADMIN, null);

  private static final Map<Uscc, OperatorCard> OPERATORS =
      Map.of(
          PRODUCER, operator(PRODUCER, OperatorRole.PRODUCER),
          OTHER_PRODUCER, operator(OTHER_PRODUCER, OperatorRole.PRODUCER),
          GROWER, operator(GROWER, OperatorRole.PRODUCER),
          DISTRIBUTOR, operator(DISTRIBUTOR, OperatorRole.DISTRIBUTOR),
          CATERER, operator(CATERER, OperatorRole.CATERER),
          AGENCY, operator(AGENCY, OperatorRole.REGULATOR));

  private static final Map<Gtin, ProductCard> PRODUCTS =
      Map.of(
          new Gtin("09521122000019"), product("09521122000019", PRODUCER, "H87"),
          new Gtin("09521122000026"), product("09521122000026", GROWER, "KGM"),
          new Gtin("09521122000033"), product("09521122000033", DISTRIBUTOR, "KGM"),
          new Gtin("09521122000057"), product("09521122000057", PRODUCER, "KGM"));

  private static OperatorCard operator(Uscc uscc, OperatorRole role) {
    return new OperatorCard(uscc, "Operator " + uscc, role, "331122", role == OperatorRole.CATERER);
  }

  private static ProductCard product(String gtin, Uscc operator, String unit) {
    return new ProductCard(
        new Gtin(gtin), operator, "Food", "1", unit, 7, "2020", "0101", "小麦粉", "Flour", false);
  }

  private static final Map<Gln, Set<Uscc>> GLNS =
      Map.of(
          new Gln("9521122000040"), Set.of(PRODUCER),
          new Gln("9521122000057"), Set.of(DISTRIBUTOR),
          new Gln("9521122000064"), Set.of(PRODUCER, GROWER));

  private final CaptureConfig config = new GivenConfig(Duration.ofSeconds(1));

  /** The checks of the door, over this register. */
  EventCheck eventCheck() {
    return new EventCheck(schemas(), register(), rules());
  }

  /** What becomes of a trade event at the door for these. */
  public CheckedEvent byTradeDoor(Caller caller, ObjectNode event) {
    return eventCheck().check(caller, List.of(new PostedEvent(0, event, null))).get(0);
  }

  /** The schemas of trade events. */
  public SchemaCheck schemas() {
    return new SchemaCheck();
  }

  /** The register. */
  public RegistryLookup register() {
    return new Register(config);
  }

  /** The rules, on a certain day. */
  public TradeRules rules() {
    return new TradeRules(Clock.fixed(NOW, ZoneOffset.UTC), config);
  }

  private static final class Register extends RegistryLookup {
    Register(CaptureConfig config) {
      super(null, config);
    }

    @Override
    public Map<Gln, Set<Uscc>> operatorsByGln(Set<Gln> glns) {
      return only(GLNS, glns);
    }

    @Override
    public Optional<Found> remembered(Set<Uscc> operators, Set<Gtin> gtins) {
      Found found = find(operators, gtins);
      boolean all =
          found.operators().size() == operators.size() && found.products().size() == gtins.size();
      return all ? Optional.of(found) : Optional.empty();
    }

    @Override
    public Found find(Set<Uscc> operators, Set<Gtin> gtins) {
      return new Found(Map.copyOf(only(OPERATORS, operators)), Map.copyOf(only(PRODUCTS, gtins)));
    }

    private static <K, V> Map<K, V> only(Map<K, V> all, Set<K> wanted) {
      return all.entrySet().stream()
          .filter(entry -> wanted.contains(entry.getKey()))
          .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}

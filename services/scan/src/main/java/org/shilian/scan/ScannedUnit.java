package org.shilian.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Party;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.registry.Caller;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.ProductCard;
import org.shilian.registry.box.Box;
import org.shilian.scan.story.Station;
import org.shilian.scan.story.Status;
import org.shilian.scan.words.Language;
import org.shilian.scan.words.UnitWording;

/**
 * The box or pallet whose label was scanned. Whoever scans is told the way it went by roles and
 * regions, as on the page of a lot; names and lots only the two sides of a shipment and regulators.
 *
 * @param operators those who are concerned and registered
 * @param stopped how lots in it stand that must not be sold; others are not in it
 * @param caller null for anybody
 */
record ScannedUnit(
    Box box,
    Map<Uscc, OperatorCard> operators,
    Map<Gtin, ProductCard> products,
    Map<LotKey, Status> stopped,
    @Nullable Caller caller) {

  /**
   * A shipment as it is shown.
   *
   * @param open whether names and lots are shown
   */
  record Hop(Box.Shipment shipment, Side from, Side to, boolean open, List<Row> rows) {
    public boolean whole() {
      return shipment.state() == Box.State.RECEIVED;
    }
  }

  /**
   * One side of a shipment.
   *
   * @param name null unless it may be shown and is known
   * @param region null if it is not known
   */
  record Side(Station station, @Nullable String name, @Nullable String region) {}

  /** A line as it is shown. */
  record Row(
      Line line, String product, long micros, String unit, String href, @Nullable Status stop) {
    public String lot() {
      return line.lot().value();
    }
  }

  /** The shipments. */
  public List<Hop> hops() {
    return box.shipments().stream().map(this::hop).toList();
  }

  private Hop hop(Box.Shipment shipment) {
    boolean open = concerns(shipment);
    return new Hop(
        shipment,
        side(operators.get(shipment.seller()), shipment.seller().value(), open),
        side(buyer(shipment), name(shipment.buyer()), open),
        open,
        open ? shipment.goods().stream().map(goods -> row(goods.line())).toList() : List.of());
  }

  private boolean concerns(Box.Shipment shipment) {
    if (caller == null) {
      return false;
    }
    Uscc operator = caller.operator();
    return caller.role() != Caller.Role.ENTERPRISE
        || (operator != null && shipment.concerns(operator));
  }

  private @Nullable OperatorCard buyer(Box.Shipment shipment) {
    return shipment.buyer() instanceof Party.OnChain operator
        ? operators.get(operator.uscc())
        : null;
  }

  private static String name(Party party) {
    if (party instanceof Party.OffChain other) {
      return Objects.requireNonNullElse(other.name(), String.valueOf(other.licence()));
    }
    return party.key();
  }

  private static Side side(@Nullable OperatorCard card, String otherwise, boolean named) {
    if (card == null || card.role() == OperatorRole.REGULATOR) {
      return new Side(Station.OUTSIDE, named ? otherwise : null, null);
    }
    return new Side(
        Station.of(card.role().text(), card.terminal()), named ? card.name() : null, card.region());
  }

  private Row row(Line line) {
    ProductCard card = products.get(line.gtin());
    return new Row(
        line,
        card == null ? line.gtin().value() : card.name(),
        line.quantity().micros(),
        line.quantity().unit().code(),
        DigitalLink.ofBatch(line.gtin(), line.lot()).path(),
        stopped.get(line.key()));
  }

  /** Whether some of it is not shown to who scans. */
  public boolean closed() {
    return hops().stream().anyMatch(hop -> !hop.open());
  }

  /** Who numbered it; null if that is nobody who is registered. */
  public @Nullable OperatorCard numberer() {
    Box.Numbering numbering = box.numbering();
    Uscc operator = numbering == null ? null : numbering.operator();
    return operator == null ? null : operators.get(operator);
  }

  /** What stands in place of a name. */
  public String numbererOtherwise(Language in) {
    return box.numbering() == null ? in.units().numberedElsewhere() : in.units().notGivenOut();
  }

  /** How far the last shipment has come; null if there is none. */
  public Box.@Nullable State state() {
    List<Box.Shipment> shipments = box.shipments();
    return shipments.isEmpty() ? null : shipments.get(shipments.size() - 1).state();
  }

  /** The word for it in JSON. */
  public String stateText() {
    Box.State state = state();
    if (state == null) {
      return "numbered";
    }
    return switch (state) {
      case SHIPPED -> "shipped";
      case PARTLY_RECEIVED -> "partly-received";
      case RECEIVED -> "received";
    };
  }

  /** How the state looks, in the words of the style sheet. */
  public String look() {
    Box.State state = state();
    if (stopped.containsValue(Status.RECALLED)) {
      return Status.RECALLED.text();
    }
    if (stopped.containsValue(Status.HELD)) {
      return Status.HELD.text();
    }
    if (state == null) {
      return "unknown";
    }
    return switch (state) {
      case SHIPPED -> "not-matured";
      case PARTLY_RECEIVED -> "gap";
      case RECEIVED -> "chained";
    };
  }

  /** What whoever scans it should be warned of. */
  public List<String> warnings(Language in) {
    UnitWording words = in.units();
    Set<String> warnings = new LinkedHashSet<>();
    if (stopped.containsValue(Status.RECALLED)) {
      warnings.add(words.recalled());
    }
    if (stopped.containsValue(Status.HELD)) {
      warnings.add(words.held());
    }
    Box.Numbering numbering = box.numbering();
    if (numbering != null && numbering.operator() == null) {
      warnings.add(words.notGivenOut());
    }
    if (box.leaps()) {
      warnings.add(words.leaps());
    }
    for (Box.Shipment shipment : box.shipments()) {
      List<String> flags = new ArrayList<>(shipment.flags());
      flags.sort(null);
      flags.stream().map(words::flag).filter(Objects::nonNull).forEach(warnings::add);
      if (shipment.tooMuchReceived()) {
        warnings.add(words.tooMuchReceived());
      }
    }
    return List.copyOf(warnings);
  }
}

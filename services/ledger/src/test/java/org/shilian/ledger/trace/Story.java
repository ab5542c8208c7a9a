package org.shilian.ledger.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.ForeignSource;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Making;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TestItem;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.chain.trade.Voiding;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;

/** What the town's people post, told in short sentences. Days count from 1 October 2026. */
final class Story {
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 10, 1);

  private final List<TradeEvent> events = new ArrayList<>();
  private final String name;
  private int day;

  Story(String name) {
    this.name = name;
  }

  List<TradeEvent> events() {
    return events;
  }

  Story on(int newDay) {
    this.day = newDay;
    return this;
  }

  LocalDate today() {
    return FIRST_DAY.plusDays(day);
  }

  static Line line(LotKey lot, String quantity) {
    return new Line(lot.gtin(), lot.lot(), new Quantity(new BigDecimal(quantity), Unit.of("KGM")));
  }

  static Line line(LotKey lot, String quantity, String... serials) {
    List<Serial> items = new ArrayList<>();
    for (String serial : serials) {
      items.add(new Serial(serial));
    }
    return new Line(
        lot.gtin(), lot.lot(), new Quantity(new BigDecimal(quantity), Unit.of("KGM")), items);
  }

  static Party off(String licence, @Nullable String called) {
    return new Party.OffChain(licence, called);
  }

  private static Party party(String who) {
    return new Party.OnChain(Town.uscc(who));
  }

  private TradeEvent.Envelope by(String who) {
    OffsetDateTime time =
        OffsetDateTime.of(today(), LocalTime.of(8, 0), ZoneOffset.ofHours(8))
            .plusMinutes(events.size());
    return new TradeEvent.Envelope(
        "urn:story:" + name + ":" + events.size(), time, Town.uscc(who), null);
  }

  private void tell(TradeEvent event) {
    events.add(event);
  }

  private Making making(Line line) {
    return new Making(line, today(), today().plusDays(60));
  }

  void makes(String who, Line line, Line... inputs) {
    tell(new Movement.Produce(by(who), making(line), List.of(inputs)));
  }

  void bringsIn(String who, Line line) {
    tell(
        new Movement.FirstIn(
            by(who),
            off("NZ-1", "Far Farm"),
            null,
            new ForeignSource("NZ", null, "Q-1", "C-1"),
            List.of(making(line))));
  }

  void repacks(String who, Line output, Line input) {
    tell(new Movement.Repack(by(who), List.of(input), List.of(new Making(output, null, null))));
  }

  void ships(String who, Party to, @Nullable String order, Line... lines) {
    tell(new Movement.Ship(by(who), to, order, null, List.of(), List.of(lines)));
  }

  void ships(String who, String to, @Nullable String order, Line... lines) {
    ships(who, party(to), order, lines);
  }

  void shipsInBox(String who, String to, @Nullable String order, Sscc box, Line... lines) {
    tell(new Movement.Ship(by(who), party(to), order, null, List.of(box), List.of(lines)));
  }

  void receives(String who, Party from, @Nullable String order, Line... lines) {
    tell(new Movement.Receive(by(who), from, order, false, List.of(lines), List.of(), List.of()));
  }

  void receives(String who, String from, @Nullable String order, Line... lines) {
    receives(who, party(from), order, lines);
  }

  void receivesAll(String who, String from, String order, String... vouchers) {
    tell(
        new Movement.Receive(
            by(who), party(from), order, true, List.of(), List.of(), List.of(vouchers)));
  }

  /** Both sides of a delivery. */
  void delivers(String from, String to, @Nullable String order, Line... lines) {
    ships(from, to, order, lines);
    receives(to, from, order, lines);
  }

  void sells(String who, Line... lines) {
    tell(new Movement.Sell(by(who), List.of(lines)));
  }

  void uses(String who, Line... lines) {
    tell(new Movement.Use(by(who), List.of(lines), "lunch", null));
  }

  void destroys(String who, Line... lines) {
    tell(new Movement.Dispose(by(who), List.of(lines), "expired"));
  }

  /** The last event is declared in error. */
  void withdraws(String who) {
    String last = String.valueOf(events.get(events.size() - 1).envelope().eventId());
    tell(new Voiding(by(who), last, "incorrect_data", List.of()));
  }

  void tests(String who, LotKey lot) {
    tell(
        new Evidence.Test(
            by(who),
            lot,
            "R-1",
            "rapid",
            "Town lab",
            List.of(new TestItem("nitrite", "10 mg/kg", "30 mg/kg", true)),
            true,
            null,
            false));
  }

  void certifies(String who, LotKey lot) {
    tell(new Evidence.Certify(by(who), lot, "C-1", "control", "Farmer", "Liandu", today(), null));
  }

  void inspects(String who, String whom, LotKey lot) {
    tell(
        new Evidence.Inspect(
            by(who), "S-1", "distribution", Town.uscc(whom), lot, List.of(), true));
  }

  void measures(String who, @Nullable LotKey lot, @Nullable Sscc box, String... celsius) {
    List<Evidence.Reading> readings = new ArrayList<>();
    TradeEvent.Envelope envelope = by(who);
    for (String one : celsius) {
      readings.add(
          new Evidence.Reading(
              envelope.eventTime().plusMinutes(readings.size()), new BigDecimal(one)));
    }
    tell(
        new Evidence.Temperature(
            envelope,
            lot == null ? List.of() : List.of(lot),
            box == null ? List.of() : List.of(box),
            readings,
            new BigDecimal("0"),
            new BigDecimal("5"),
            "T-1"));
  }

  void recalls(String who, LotKey lot) {
    tell(new Measure.Recall(by(who), List.of(lot), 1, true, "too much nitrite"));
  }
}

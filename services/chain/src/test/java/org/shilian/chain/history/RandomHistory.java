package org.shilian.chain.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shilian.chain.trade.Line;
import org.shilian.chain.trade.Party;
import org.shilian.chain.trade.Quantity;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/**
 * A random history: productions, deliveries whose two sides match, nearly match or are missing,
 * sales, uses, and voids of what was, of what will be, of what never was and of other people's
 * events.
 */
public final class RandomHistory {
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-10-01T06:00:00+08:00");
  private static final String[] LOTS = {"A1", "A2", "B1", "Z-9"};
  private static final String[] ORDERS = {null, null, "PO-1", "PO-2"};

  private final SmallCounty county;
  private final Random random;
  private final List<TradeEvent> events = new ArrayList<>();

  private RandomHistory(SmallCounty county, long seed) {
    this.county = county;
    this.random = new Random(seed);
  }

  /** So many events, each with an eventID of its own. */
  public static List<TradeEvent> of(SmallCounty county, long seed, int size) {
    RandomHistory history = new RandomHistory(county, seed);
    while (history.events.size() < size) {
      history.happen();
    }
    return List.copyOf(history.events.subList(0, size));
  }

  private void happen() {
    int dice = random.nextInt(100);
    if (dice < 15) {
      produce();
    } else if (dice < 60) {
      deliver();
    } else if (dice < 70) {
      events.add(new TradeEvent.Sell(envelope(anyone()), lines()));
    } else if (dice < 78) {
      events.add(new TradeEvent.Use(envelope(anyone()), lines(), null));
    } else {
      declareVoid();
    }
  }

  private void produce() {
    Line made = line();
    LocalDate day = START.toLocalDate().plusDays(random.nextInt(20));
    events.add(
        new TradeEvent.Produce(
            envelope(pick(county.makers())), made, day, day.plusDays(random.nextInt(60))));
  }

  /** Both sides of a delivery, or one of them; the quantities around the tolerance. */
  private void deliver() {
    Uscc seller = pick(county.operators().subList(0, 6));
    Uscc buyer = pick(county.operators());
    if (seller.equals(buyer)) {
      return;
    }
    String order = ORDERS[random.nextInt(ORDERS.length)];
    Line line = line();
    int sides = random.nextInt(10);
    if (sides != 0) {
      Party to =
          random.nextInt(12) == 0 ? new Party.OffChain("JY-1", "路边摊") : new Party.OnChain(buyer);
      events.add(new TradeEvent.Ship(envelope(seller), to, order, List.of(line)));
    }
    if (sides != 1) {
      BigDecimal factor =
          new BigDecimal(pick(List.of("1", "1", "1", "0.5", "1.02", "1.020001", "1.5")));
      Quantity received =
          new Quantity(line.quantity().value().multiply(factor), line.quantity().unit());
      events.add(
          new TradeEvent.Receive(
              envelope(buyer),
              new Party.OnChain(seller),
              order,
              List.of(new Line(line.gtin(), line.lot(), received))));
    }
  }

  private void declareVoid() {
    if (events.isEmpty()) {
      return;
    }
    int which = random.nextInt(20);
    TradeEvent target = pick(events);
    String id =
        switch (which) {
          case 0 -> "urn:test:never";
          // one that may come later
          case 1, 2 -> id(events.size() + 1 + random.nextInt(3));
          default -> String.valueOf(target.envelope().eventId());
        };
    Uscc by = which == 3 ? anyone() : target.operator();
    events.add(new TradeEvent.Voiding(envelope(by), id, "incorrect_data"));
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      lines.add(line());
    }
    return lines;
  }

  private Line line() {
    return new Line(
        pick(county.products()),
        new Lot(LOTS[random.nextInt(LOTS.length)]),
        new Quantity(new BigDecimal(1 + random.nextInt(4)), Unit.of("KGM")));
  }

  private TradeEvent.Envelope envelope(Uscc operator) {
    return new TradeEvent.Envelope(
        id(events.size()), START.plusMinutes(events.size()), operator, null);
  }

  private static String id(int number) {
    return "urn:test:" + number;
  }

  private Uscc anyone() {
    return pick(county.operators());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}

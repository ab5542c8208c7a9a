package org.shilian.chain.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
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
import org.shilian.chain.trade.Refusal;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;
import org.shilian.chain.trade.Voiding;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/**
 * A random history: lots made, brought in, cooked and packed anew; deliveries whose two sides
 * match, nearly match or are missing; whole orders received; sales, uses, disposals; tests, holds,
 * recalls and their ends; and voids of what was, of what will be, of what never was, of other
 * people's events, and of voids, rings of voids included.
 */
public final class RandomHistory {
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-10-01T06:00:00+08:00");
  private static final String[] LOTS = {"A1", "A2", "B1", "Z-9"};
  private static final String[] ORDERS = {null, null, "PO-1", "PO-2"};

  private final SmallCounty county;
  private final Random random;
  private final String mark;
  private final List<TradeEvent> events = new ArrayList<>();

  private RandomHistory(SmallCounty county, long seed, String mark) {
    this.county = county;
    this.random = new Random(seed);
    this.mark = mark;
  }

  /** So many events, each with an eventID of its own. */
  public static List<TradeEvent> of(SmallCounty county, long seed, int size) {
    return of(new RandomHistory(county, seed, ""), size);
  }

  /**
   * Several histories of one county, next to one another: their operators and products are the
   * same, their events, lots and orders are not. Each has up to so many events. Lots end with a dot
   * and the seed, so that whoever sees one knows the history.
   *
   * @param seed the first history's; the others have the next ones
   */
  public static List<TradeEvent> several(SmallCounty county, long seed, int histories, int most) {
    List<TradeEvent> events = new ArrayList<>();
    for (long one = seed; one < seed + histories; one++) {
      int size = 2 + new Random(one).nextInt(most - 1);
      events.addAll(of(new RandomHistory(county, one, "." + one), size));
    }
    return List.copyOf(events);
  }

  private static List<TradeEvent> of(RandomHistory history, int size) {
    while (history.events.size() < size) {
      history.happen();
    }
    return List.copyOf(history.events.subList(0, size));
  }

  private void happen() {
    int dice = random.nextInt(100);
    if (dice < 10) {
      produce();
    } else if (dice < 13) {
      firstIn();
    } else if (dice < 18) {
      repack();
    } else if (dice < 48) {
      deliver();
    } else if (dice < 52) {
      receiveAll();
    } else if (dice < 60) {
      events.add(new Movement.Sell(envelope(anyone()), lines()));
    } else if (dice < 66) {
      events.add(new Movement.Use(envelope(anyone()), lines(), null, null));
    } else if (dice < 68) {
      events.add(new Movement.Dispose(envelope(anyone()), lines(), "expired"));
    } else if (dice < 72) {
      say();
    } else if (dice < 79) {
      stop();
    } else {
      declareVoid();
    }
  }

  private void produce() {
    Line made = line();
    List<Line> inputs = random.nextInt(3) == 0 ? inputsOf(List.of(made.key())) : List.of();
    LocalDate day = day();
    events.add(
        new Movement.Produce(
            envelope(pick(county.makers())),
            new Making(made, day, day.plusDays(random.nextInt(60))),
            inputs));
  }

  private void firstIn() {
    LocalDate day = day();
    List<Making> makings = new ArrayList<>();
    for (Line line : distinct(lines())) {
      makings.add(new Making(line, day, day.plusDays(random.nextInt(60))));
    }
    events.add(
        new Movement.FirstIn(
            envelope(pick(county.operators().subList(3, 6))),
            new Party.OffChain("EX-1", "Far Away"),
            null,
            new ForeignSource("NO", null, null, "290420261000000001"),
            makings));
  }

  private void repack() {
    List<Making> outputs = new ArrayList<>();
    LocalDate day = day();
    for (Line line : distinct(lines())) {
      outputs.add(
          random.nextBoolean()
              ? new Making(line, null, null)
              : new Making(line, day, day.plusDays(random.nextInt(60))));
    }
    List<Line> inputs = inputsOf(outputs.stream().map(Making::lot).toList());
    if (!inputs.isEmpty()) {
      events.add(new Movement.Repack(envelope(anyone()), inputs, outputs));
    }
  }

  private List<Line> inputsOf(List<LotKey> made) {
    return distinct(lines()).stream().filter(line -> !made.contains(line.key())).toList();
  }

  /** Both sides of a delivery, or one of them; the quantities around the tolerance. */
  private void deliver() {
    Uscc seller = pick(county.operators().subList(0, 6));
    Uscc buyer = pick(county.operators());
    if (seller.equals(buyer)) {
      return;
    }
    String order = order(ORDERS[random.nextInt(ORDERS.length)]);
    Line line = line();
    int sides = random.nextInt(10);
    if (sides != 0) {
      Party to =
          random.nextInt(12) == 0 ? new Party.OffChain("JY-1", "路边摊") : new Party.OnChain(buyer);
      List<Sscc> boxes =
          random.nextInt(8) == 0 ? List.of(new Sscc("095211220000000019")) : List.of();
      events.add(new Movement.Ship(envelope(seller), to, order, null, boxes, List.of(line)));
    }
    if (sides != 1) {
      BigDecimal factor =
          new BigDecimal(pick(List.of("1", "1", "1", "0.5", "1.02", "1.020001", "1.5")));
      Quantity received =
          new Quantity(line.quantity().value().multiply(factor), line.quantity().unit());
      List<Refusal> refused =
          random.nextInt(6) == 0 ? List.of(new Refusal(line(), "damaged")) : List.of();
      events.add(
          new Movement.Receive(
              envelope(buyer),
              new Party.OnChain(seller),
              order,
              false,
              List.of(new Line(line.gtin(), line.lot(), received)),
              refused,
              List.of()));
    }
  }

  private void receiveAll() {
    Uscc seller = pick(county.operators().subList(0, 6));
    Uscc buyer = pick(county.operators());
    if (!seller.equals(buyer)) {
      events.add(
          new Movement.Receive(
              envelope(buyer),
              new Party.OnChain(seller),
              order(random.nextBoolean() ? "PO-1" : "PO-2"),
              true,
              List.of(),
              List.of(),
              List.of()));
    }
  }

  private void say() {
    events.add(
        new Evidence.Sample(
            envelope(anyone()),
            "红烧肉",
            new BigDecimal("125"),
            START.plusDays(3),
            List.of(line().key())));
  }

  /**
   * Holds, failed inspections, recalls, and the ends of some of them, sometimes before they come.
   */
  private void stop() {
    LotKey lot = line().key();
    switch (random.nextInt(6)) {
      case 0 -> events.add(new Measure.Hold(envelope(county.bureau()), List.of(lot), "report"));
      case 1 ->
          events.add(
              new Evidence.Inspect(
                  envelope(county.bureau()),
                  "S-1",
                  "distribution",
                  anyone(),
                  lot,
                  List.of(),
                  random.nextBoolean()));
      case 2, 3 ->
          events.add(
              new Measure.Recall(
                  envelope(county.bureau()), List.of(lot), 1, random.nextBoolean(), "mould"));
      case 4 ->
          events.add(
              new Measure.Release(
                  envelope(county.bureau()),
                  idOf(e -> e instanceof Measure.Hold || e instanceof Evidence.Inspect),
                  "cleared"));
      default ->
          events.add(
              new Measure.Close(
                  envelope(county.bureau()), idOf(e -> e instanceof Measure.Recall), "all back"));
    }
  }

  private String idOf(Predicate<TradeEvent> which) {
    List<TradeEvent> found = events.stream().filter(which).toList();
    return found.isEmpty() || random.nextInt(6) == 0
        ? id(events.size() + 1 + random.nextInt(20))
        : String.valueOf(pick(found).envelope().eventId());
  }

  private void declareVoid() {
    if (events.isEmpty()) {
      return;
    }
    int which = random.nextInt(20);
    List<TradeEvent> voids = events.stream().filter(Voiding.class::isInstance).toList();
    TradeEvent target = which > 13 && !voids.isEmpty() ? pick(voids) : pick(events);
    String id =
        switch (which) {
          case 0 -> "urn:test:never" + mark;
          // one that may come later, and may be a VOID itself
          case 1, 2 -> id(events.size() + 1 + random.nextInt(3));
          case 3 -> id(events.size());
          default -> String.valueOf(target.envelope().eventId());
        };
    Uscc by = which == 4 ? anyone() : target.operator();
    events.add(new Voiding(envelope(by), id, "incorrect_data", List.of()));
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      lines.add(line());
    }
    return lines;
  }

  private static List<Line> distinct(List<Line> lines) {
    List<Line> distinct = new ArrayList<>();
    for (Line line : lines) {
      if (distinct.stream().noneMatch(other -> other.key().equals(line.key()))) {
        distinct.add(line);
      }
    }
    return distinct;
  }

  private Line line() {
    return new Line(
        pick(county.products()),
        new Lot(LOTS[random.nextInt(LOTS.length)] + mark),
        new Quantity(new BigDecimal(1 + random.nextInt(4)), Unit.of("KGM")),
        random.nextInt(15) == 0 ? List.of(new Serial("S" + random.nextInt(3))) : List.of());
  }

  private LocalDate day() {
    return START.toLocalDate().plusDays(random.nextInt(20) - 30L);
  }

  private TradeEvent.Envelope envelope(Uscc operator) {
    int number = events.size();
    return new TradeEvent.Envelope(
        id(number), START.plusMinutes(number).plusDays(random.nextInt(3)), operator, null);
  }

  private String id(int number) {
    return "urn:test:" + number + mark;
  }

  private @Nullable String order(@Nullable String code) {
    return code == null ? null : code + mark;
  }

  private Uscc anyone() {
    return pick(county.operators());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}

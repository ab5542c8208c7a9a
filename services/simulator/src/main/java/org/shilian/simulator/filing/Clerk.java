package org.shilian.simulator.filing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Detail;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Measure;
import org.shilian.simulator.paper.TradeEvent;

/**
 * Writes down what happened and brings it to the platform: at once or days late, now and then
 * twice, with a mistake first, or to take it back again.
 */
public final class Clerk {
  private static final int LATEST_DAYS = 6;

  /**
   * What was written.
   *
   * @param uploaded on which day
   */
  public record Note(TradeEvent event, LocalDate uploaded) {

    /** The eventID of one that has to have one, since others refer to it. */
    public String id() {
      String id = event.eventId();
      if (id == null) {
        throw new IllegalStateException(event + ": has no eventID");
      }
      return id;
    }
  }

  private final EventNumbers numbers;
  private final Tray tray;
  private final Dice dice;
  private final Mistakes mistakes;
  private final Retractions retractions;
  private LocalDate today = LocalDate.MIN;

  /**
   * A clerk for all operators of a county.
   *
   * @param run a number that no other run has
   */
  public Clerk(County county, Tray tray, long run, Dice dice) {
    this.numbers = new EventNumbers(run);
    this.tray = tray;
    this.dice = dice;
    this.mistakes = new Mistakes(county, numbers, tray, dice);
    this.retractions = new Retractions(county, numbers, tray, dice);
  }

  /** The day on which what follows happens. */
  public void begin(LocalDate day) {
    today = day;
  }

  /** Writes down and files an event that did happen. */
  public void note(Operator by, OffsetDateTime time, Detail detail) {
    Note unused = write(by, time, detail);
  }

  /** The same, and tells what was written. */
  public Note write(Operator by, OffsetDateTime time, Detail detail) {
    long number = numbers.next();
    // others refer to a measure
    boolean named = by.habits().sendsIds() || detail instanceof Measure;
    // the millisecond keeps two events of one minute and one content apart where no eventID does
    OffsetDateTime at = time.plusNanos(number % 1000 * 1_000_000);
    TradeEvent event =
        new TradeEvent(number, named ? numbers.idOf(number) : null, at, by.uscc(), detail);
    return new Note(event, file(by, event));
  }

  private LocalDate file(Operator by, TradeEvent event) {
    LocalDate day = today;
    if (dice.chance(by.habits().uploadsLate())) {
      day = today.plusDays(dice.between(1, LATEST_DAYS));
      tray.count(Mishap.LATE);
    }
    if (dice.chance(Mistakes.probability(event))) {
      mistakes.file(by, event, day);
    }
    boolean again = dice.chance(0.015);
    if (again) {
      tray.put(day, new Filing(by, event, Expected.ACCEPTED));
      fileAgain(by, event, day);
    } else {
      retractions.file(by, event, today, day);
    }
    return day;
  }

  private void fileAgain(Operator by, TradeEvent event, LocalDate day) {
    LocalDate again = day.plusDays(dice.chance(0.5) ? 0 : dice.between(1, 3));
    if (event.eventId() != null && !event.lines().isEmpty() && dice.chance(0.2)) {
      tray.put(again, new Filing(by, changed(event), Expected.REFUSED));
      tray.count(Mishap.REFUSED_CHANGED);
      return;
    }
    tray.put(again, new Filing(by, event, Expected.DUPLICATE));
    tray.count(event.eventId() == null ? Mishap.DUPLICATE_WITHOUT_ID : Mishap.DUPLICATE);
  }

  /** One step more of the first line, so that only the quantity differs. */
  private static TradeEvent changed(TradeEvent event) {
    List<Line> lines = new ArrayList<>(event.lines());
    Line first = lines.get(0);
    lines.set(0, first.withMillionths(first.millionths() + Lot.UNIT));
    return event.withDetail(event.detail().withLines(lines));
  }

  /** In which unit a clerk writes a product's quantity: now and then grams, or none at all. */
  public Line line(Lot lot, long millionths) {
    Line line = Line.of(lot, millionths);
    if (dice.chance(0.04)) {
      return line.withUom(null);
    }
    return "KGM".equals(line.uom()) && dice.chance(0.03) ? line.withUom("GRM") : line;
  }
}

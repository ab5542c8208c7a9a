package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.CheckDigits;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;

/**
 * Brings what was written down to the platform: late, twice, voided again, or first with a mistake
 * that the platform has to refuse.
 */
final class Clerk {
  private static final int LATEST_DAYS = 6;

  private final County county;
  private final EventNumbers numbers;
  private final Tray tray;
  private final Dice dice;

  Clerk(County county, EventNumbers numbers, Tray tray, Dice dice) {
    this.county = county;
    this.numbers = numbers;
    this.tray = tray;
    this.dice = dice;
  }

  /** An event without lines' mistakes, with an eventID if the operator sends them. */
  TradeEvent write(Operator by, OffsetDateTime time, List<Line> lines, TradeEvent.Detail detail) {
    long number = numbers.next();
    String id = by.habits().sendsIds() ? numbers.idOf(number) : null;
    // the millisecond keeps two events of one minute and one content apart where no eventID does
    OffsetDateTime at = time.plusNanos(number % 1000 * 1_000_000);
    return new TradeEvent(number, id, at, by.uscc(), lines, detail);
  }

  /**
   * Files an event that did happen.
   *
   * @return the day it is uploaded
   */
  LocalDate file(Operator by, TradeEvent event, LocalDate today) {
    LocalDate day = today;
    if (dice.chance(by.habits().uploadsLate())) {
      day = today.plusDays(dice.between(1, LATEST_DAYS));
      tray.count(Mishap.LATE);
    }
    if (dice.chance(0.005)) {
      fileMistake(by, event, day);
    }
    boolean again = dice.chance(0.015);
    boolean voided = !again && dice.chance(voidProbability(event));
    boolean voidFirst = voided && dice.chance(0.2);
    if (voidFirst) {
      fileVoid(by, event, today);
      tray.count(Mishap.VOID_FIRST);
    }
    tray.put(day, new Filing(by, event, Expected.ACCEPTED));
    if (again) {
      fileAgain(by, event, day);
    } else if (voided && !voidFirst) {
      fileVoid(by, event, day.plusDays(dice.below(4)));
    }
    return day;
  }

  private void fileAgain(Operator by, TradeEvent event, LocalDate day) {
    LocalDate again = day.plusDays(dice.chance(0.5) ? 0 : dice.between(1, 3));
    if (event.eventId() != null && dice.chance(0.2)) {
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
    lines.set(0, first.withMillionths(first.millionths() + Line.UNIT));
    return event.withLines(lines);
  }

  private void fileMistake(Operator by, TradeEvent event, LocalDate day) {
    long number = numbers.next();
    TradeEvent copy =
        event.as(number, event.eventId() == null ? null : numbers.idOf(number), event.time());
    int which = dice.below(4);
    if (which == 0) {
      refuse(by, day, copy.withLines(Clerk::wrongCheckDigit), Mishap.REFUSED_CHECK_DIGIT);
    } else if (which == 1) {
      refuse(by, day, copy.withLines(this::unregistered), Mishap.REFUSED_UNKNOWN_PRODUCT);
    } else if (which == 2) {
      Operator other = county.operators().get((by.index() + 1) % county.operators().size());
      refuse(by, day, copy.withOperator(other.uscc()), Mishap.REFUSED_OTHERS_OPERATOR);
    } else {
      refuse(by, day, copy.withLines(this::wrongUnit), Mishap.REFUSED_UNIT);
    }
  }

  private void refuse(Operator by, LocalDate day, TradeEvent event, Mishap mishap) {
    tray.put(day, new Filing(by, event, Expected.REFUSED));
    tray.count(mishap);
  }

  private static Line wrongCheckDigit(Line line) {
    int last = line.gtin().length() - 1;
    int digit = Character.digit(line.gtin().charAt(last), 10);
    return line.withGtin(line.gtin().substring(0, last) + (digit + 1) % 10);
  }

  /** Right check digit, 9529 and numbers no county gives to products. */
  private Line unregistered(Line line) {
    return line.withGtin("0" + CheckDigits.gs1("952999990" + (100 + dice.below(900))));
  }

  private Line wrongUnit(Line line) {
    return line.withUom(county.product(line.gtin()).kind().piece() ? "KGM" : "H87");
  }

  private double voidProbability(TradeEvent event) {
    if (event.eventId() == null) {
      return 0;
    }
    return event.detail() instanceof TradeEvent.Produce
        ? 0.03
        : event.detail() instanceof TradeEvent.Sell || event.detail() instanceof TradeEvent.Use
            ? 0.004
            : 0.02;
  }

  private void fileVoid(Operator by, TradeEvent event, LocalDate voidDay) {
    boolean corrected = dice.chance(0.55);
    tray.count(voided(event));
    long number = numbers.next();
    String eventId = numbers.idOf(event.number());
    OffsetDateTime time = event.time().plusMinutes(dice.between(5, 50));
    tray.put(
        voidDay,
        new Filing(
            by,
            new TradeEvent(
                number,
                numbers.idOf(number),
                time,
                by.uscc(),
                List.of(),
                new TradeEvent.Voiding(
                    event.number(), eventId, corrected ? "incorrect_data" : "did_not_occur")),
            Expected.ACCEPTED));
    if (corrected) {
      long anew = numbers.next();
      TradeEvent correct = event.as(anew, numbers.idOf(anew), time.plusMinutes(3));
      tray.put(voidDay, new Filing(by, correct, Expected.ACCEPTED));
      tray.count(Mishap.CORRECTED);
    }
  }

  private static Mishap voided(TradeEvent event) {
    if (event.detail() instanceof TradeEvent.Produce) {
      return Mishap.VOIDED_PRODUCTION;
    } else if (event.detail() instanceof TradeEvent.Ship) {
      return Mishap.VOIDED_SHIPMENT;
    } else if (event.detail() instanceof TradeEvent.Receive) {
      return Mishap.VOIDED_RECEIPT;
    }
    return Mishap.VOIDED_OTHER;
  }

  /** In which unit a clerk writes a product's quantity: now and then grams, or none at all. */
  Line habitOf(Line line) {
    if (dice.chance(0.04)) {
      return line.withUom(null);
    }
    return "KGM".equals(line.uom()) && dice.chance(0.03) ? line.withUom("GRM") : line;
  }
}

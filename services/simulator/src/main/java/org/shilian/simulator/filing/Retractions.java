package org.shilian.simulator.filing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.paper.Detail;
import org.shilian.simulator.paper.Measure;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.paper.TradeEvent;
import org.shilian.simulator.paper.Voiding;

/**
 * Files events and takes some of them back: in error, before they are even there, to write them
 * anew, or to take back the taking back.
 */
final class Retractions {
  private final County county;
  private final EventNumbers numbers;
  private final Tray tray;
  private final Dice dice;

  Retractions(County county, EventNumbers numbers, Tray tray, Dice dice) {
    this.county = county;
    this.numbers = numbers;
    this.tray = tray;
    this.dice = dice;
  }

  /**
   * Files an event, and perhaps what takes it back.
   *
   * @param day the day on which the event is uploaded
   */
  void file(Operator by, TradeEvent event, LocalDate today, LocalDate day) {
    boolean voided = event.eventId() != null && dice.chance(probability(event.detail()));
    boolean voidFirst = voided && dice.chance(0.2);
    if (voidFirst) {
      retract(by, event, today);
      tray.count(Mishap.VOID_FIRST);
    }
    tray.put(day, new Filing(by, event, Expected.ACCEPTED));
    if (voided && !voidFirst) {
      retract(by, event, day.plusDays(dice.below(4)));
    }
    if (event.eventId() != null && dice.chance(0.002)) {
      meddle(by, event, day);
    }
    if (by.habits().sendsIds() && dice.chance(0.001)) {
      ring(by, event.time(), day);
    }
  }

  private static double probability(Detail detail) {
    if (detail instanceof Movement.Produce
        || detail instanceof Movement.FirstIn
        || detail instanceof Movement.Repack) {
      return 0.03;
    }
    if (detail instanceof Measure) {
      return 0.07;
    }
    return detail instanceof Movement.Ship || detail instanceof Movement.Receive ? 0.02 : 0.004;
  }

  private void retract(Operator by, TradeEvent event, LocalDate day) {
    tray.count(kind(event.detail()));
    OffsetDateTime time = event.time().plusMinutes(dice.between(5, 50));
    if (dice.chance(0.5)) {
      TradeEvent correct = named(event.as(numbers.next(), null, time.plusMinutes(3)));
      put(by, day, declaration(event, time, "incorrect_data", List.of(id(correct))));
      put(by, day, correct);
      tray.count(Mishap.CORRECTED);
      return;
    }
    TradeEvent declared = declaration(event, time, "did_not_occur", List.of());
    put(by, day, declared);
    if (dice.chance(0.25)) {
      // it did happen after all; or after all it did not
      int times = dice.chance(0.2) ? 2 : 1;
      for (int i = 0; i < times; i++) {
        time = time.plusMinutes(4);
        declared = declaration(declared, time, "incorrect_data", List.of());
        put(by, day.plusDays(dice.below(3)), declared);
        tray.count(Mishap.VOID_VOIDED);
      }
    }
  }

  /** Somebody takes back what is not theirs. */
  private void meddle(Operator by, TradeEvent event, LocalDate day) {
    Operator other = county.operators().get((by.index() + 1) % county.operators().size());
    TradeEvent declared =
        declaration(event, event.time().plusMinutes(7), "did_not_occur", List.of());
    put(other, day, declared.withOperator(other.uscc()));
    tray.count(Mishap.VOIDED_BY_OTHER);
  }

  /** Two voids that name one another. */
  private void ring(Operator by, OffsetDateTime time, LocalDate day) {
    TradeEvent one = new TradeEvent(numbers.next(), null, time, by.uscc(), nothing());
    TradeEvent other = new TradeEvent(numbers.next(), null, time, by.uscc(), nothing());
    put(by, day, named(one.withDetail(voiding(named(other), "incorrect_data", List.of()))));
    put(by, day, named(other.withDetail(voiding(named(one), "incorrect_data", List.of()))));
    tray.count(Mishap.VOID_RING);
  }

  private static Detail nothing() {
    return new Voiding(0, "", "incorrect_data", List.of());
  }

  private void put(Operator by, LocalDate day, TradeEvent event) {
    tray.put(day, new Filing(by, event, Expected.ACCEPTED));
  }

  private TradeEvent declaration(
      TradeEvent event, OffsetDateTime time, String reason, List<String> correctedBy) {
    return named(
        new TradeEvent(
            numbers.next(), null, time, event.operator(), voiding(event, reason, correctedBy)));
  }

  private static Voiding voiding(TradeEvent event, String reason, List<String> correctedBy) {
    return new Voiding(event.number(), id(event), reason, correctedBy);
  }

  private TradeEvent named(TradeEvent event) {
    return event.as(event.number(), numbers.idOf(event.number()), event.time());
  }

  private static String id(TradeEvent event) {
    String id = event.eventId();
    if (id == null) {
      throw new IllegalStateException(event + ": has no eventID, so nothing can name it");
    }
    return id;
  }

  private static Mishap kind(Detail detail) {
    if (detail instanceof Movement.Produce
        || detail instanceof Movement.FirstIn
        || detail instanceof Movement.Repack) {
      return Mishap.VOIDED_MAKING;
    } else if (detail instanceof Movement.Ship) {
      return Mishap.VOIDED_SHIPMENT;
    } else if (detail instanceof Movement.Receive) {
      return Mishap.VOIDED_RECEIPT;
    } else if (detail instanceof Measure) {
      return Mishap.VOIDED_MEASURE;
    }
    return Mishap.VOIDED_OTHER;
  }
}

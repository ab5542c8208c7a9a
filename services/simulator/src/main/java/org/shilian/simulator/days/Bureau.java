package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Evidence;
import org.shilian.simulator.paper.Measure;

/** Inspects, holds what is doubtful, and lets it go again or has it called back. */
final class Bureau {
  private static final double FAILS = 0.1;
  private static final int OPERATORS_PER_INSPECTION = 16;
  private static final int OPERATORS_PER_COMPLAINT = 400;

  /** A hold that nobody has decided on yet, by the number and eventID of what began it. */
  private record Hold(Lot lot, Clerk.Note note, LocalDate decidedOn) {}

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Laboratory laboratory;
  private final Recalls recalls;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;
  private final List<Hold> holds = new ArrayList<>();

  Bureau(Scene scene, Laboratory laboratory, Recalls recalls) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.laboratory = laboratory;
    this.recalls = recalls;
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("bureau");
  }

  void work() {
    decide();
    int operators = county.operators().size();
    for (int i = today.times(dice, (double) operators / OPERATORS_PER_INSPECTION); i > 0; i--) {
      inspect(dice.pick(county.operators()));
    }
    for (int i = today.times(dice, (double) operators / OPERATORS_PER_COMPLAINT); i > 0; i--) {
      hold(dice.pick(county.operators()));
    }
  }

  private void inspect(Operator inspected) {
    List<Stock> stocks = shelves.reach(inspected, 1, lot -> true);
    if (stocks.isEmpty()) {
      return;
    }
    Lot lot = stocks.get(0).lot();
    boolean passed = !dice.chance(FAILS);
    Clerk.Note note =
        clerk.write(
            county.bureau(),
            today.at(dice, 9, 17),
            new Evidence.Inspect(
                today.document("CJ"),
                stage(inspected.trade()),
                inspected.uscc(),
                lot,
                laboratory.items(passed),
                passed));
    if (!passed) {
      tray.count(Mishap.INSPECTION_FAILED);
      begin(lot, note);
    }
  }

  private static String stage(Trade trade) {
    return switch (trade.role()) {
      case PRODUCER -> "production";
      case CATERER -> "catering";
      default -> "distribution";
    };
  }

  /** Somebody complained about what is on a shelf. */
  private void hold(Operator where) {
    List<Stock> stocks = shelves.reach(where, dice.between(1, 2), lot -> true);
    if (stocks.isEmpty()) {
      return;
    }
    List<Lot> lots = stocks.stream().map(Stock::lot).distinct().toList();
    Clerk.Note note =
        clerk.write(county.bureau(), today.at(dice, 9, 17), new Measure.Hold(lots, "群众投诉，待检验"));
    tray.count(Mishap.HELD);
    lots.forEach(lot -> begin(lot, note));
  }

  private void begin(Lot lot, Clerk.Note note) {
    shelves.stops().stop(lot, false);
    holds.add(new Hold(lot, note, today.date().plusDays(dice.between(2, 5))));
  }

  /** Half of what was held is let go; the rest is called back, and the hold stays. */
  private void decide() {
    List<Hold> due = new ArrayList<>();
    for (Iterator<Hold> open = holds.iterator(); open.hasNext(); ) {
      Hold hold = open.next();
      if (!hold.decidedOn().isAfter(today.date())) {
        due.add(hold);
        open.remove();
      }
    }
    for (Hold hold : due) {
      OffsetDateTime time = today.at(dice, 9, 12);
      if (dice.chance(0.5)) {
        shelves.stops().lift(hold.lot());
        clerk.note(
            county.bureau(),
            time,
            new Measure.Release(hold.note().event().number(), hold.note().id(), "复检合格"));
      } else {
        recalls.call(county.bureau(), hold.lot(), time);
      }
    }
  }
}

package org.shilian.simulator.days;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Role;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Mishap;
import org.shilian.simulator.filing.Tray;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.goods.Stock;
import org.shilian.simulator.paper.Line;
import org.shilian.simulator.paper.Measure;
import org.shilian.simulator.paper.Movement;

/** Lots are called back, holders answer and destroy what they have, and the bureau closes. */
final class Recalls {
  private static final int OPERATORS_PER_RECALL = 600;

  private static final class Recall {
    final Lot lot;
    final boolean derived;
    final Clerk.Note note;
    final LocalDate answeredOn;
    final LocalDate closedOn;

    Recall(Lot lot, boolean derived, Clerk.Note note, LocalDate answeredOn, LocalDate closedOn) {
      this.lot = lot;
      this.derived = derived;
      this.note = note;
      this.answeredOn = answeredOn;
      this.closedOn = closedOn;
    }

    boolean takesIn(Lot other) {
      return other.number().equals(lot.number()) || (derived && comesOf(other));
    }

    private boolean comesOf(Lot other) {
      return other.ingredients().stream()
          .anyMatch(i -> i.number().equals(lot.number()) || comesOf(i));
    }
  }

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Clerk clerk;
  private final Tray tray;
  private final Dice dice;
  private final List<Recall> open = new ArrayList<>();

  Recalls(Scene scene) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.clerk = scene.clerk();
    this.tray = scene.tray();
    this.dice = scene.dice("recalls");
  }

  void work() {
    for (Recall recall : List.copyOf(open)) {
      if (recall.answeredOn.equals(today.date())) {
        answer(recall);
      }
    }
    for (Iterator<Recall> recalls = open.iterator(); recalls.hasNext(); ) {
      Recall recall = recalls.next();
      if (!recall.closedOn.isAfter(today.date())) {
        close(recall);
        recalls.remove();
      }
    }
    double usual = (double) county.operators().size() / OPERATORS_PER_RECALL;
    for (int i = today.times(dice, usual); i > 0; i--) {
      callOwn(dice.pick(county.operators()));
    }
  }

  /** A maker finds out by itself. */
  private void callOwn(Operator maker) {
    List<Stock> own = shelves.reach(maker, 1, lot -> lot.product().maker().equals(maker));
    if (!own.isEmpty() && maker.trade().role() != Role.REGULATOR) {
      call(maker, own.get(0).lot(), today.at(dice, 8, 18));
    }
  }

  /**
   * By its maker or by the bureau; what can have gone into other goods is called back with them.
   */
  void call(Operator by, Lot lot, OffsetDateTime time) {
    boolean derived = dice.chance(0.6);
    tray.count(derived ? Mishap.RECALLED_WITH_PRODUCTS : Mishap.RECALLED);
    Clerk.Note note =
        clerk.write(
            by, time, new Measure.Recall(List.of(lot), dice.between(1, 3), derived, "抽检不合格，立即召回"));
    shelves.stops().stop(lot, derived);
    LocalDate answered = today.date().plusDays(dice.between(1, 2));
    open.add(new Recall(lot, derived, note, answered, answered.plusDays(dice.between(3, 6))));
  }

  private void answer(Recall recall) {
    for (Operator holder : county.operators()) {
      List<Stock> stocks = shelves.rooms().all(holder, recall::takesIn);
      if (!stocks.isEmpty() && holder.trade() != Trade.BUREAU && dice.chance(0.9)) {
        answer(recall, holder, stocks);
      }
    }
  }

  private void answer(Recall recall, Operator holder, List<Stock> stocks) {
    List<Measure.Count> counts = new ArrayList<>();
    List<Line> destroyed = new ArrayList<>();
    for (Stock stock : stocks) {
      long gone = stock.gone();
      long left = stock.takeAll();
      counts.add(new Measure.Count(stock.lot(), 0, gone, left));
      destroyed.add(Line.of(stock.lot(), left));
    }
    OffsetDateTime time = today.at(dice, 8, 17);
    clerk.note(holder, time, new Movement.Dispose(destroyed, "recalled"));
    clerk.note(holder, time.plusMinutes(20), new Measure.RecallAck(recall.note.id(), counts));
  }

  private void close(Recall recall) {
    clerk.note(
        county.bureau(),
        today.at(dice, 14, 17),
        new Measure.Close(recall.note.event().number(), recall.note.id(), "已全部下架并销毁"));
    shelves.stops().lift(recall.lot);
  }
}

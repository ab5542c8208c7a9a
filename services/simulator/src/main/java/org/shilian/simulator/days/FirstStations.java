package org.shilian.simulator.days;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Provenance;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.goods.Lot;
import org.shilian.simulator.paper.Making;
import org.shilian.simulator.paper.Movement;
import org.shilian.simulator.paper.Party;
import org.shilian.simulator.paper.Source;

/** Goods from abroad and from other provinces come in. */
final class FirstStations {
  private static final int OPENING_LOADS = 2;
  private static final int OLDEST_DAYS = 90;

  private final County county;
  private final Today today;
  private final Shelves shelves;
  private final Clerk clerk;
  private final Dice dice;

  FirstStations(Scene scene) {
    this.county = scene.county();
    this.today = scene.today();
    this.shelves = scene.shelves();
    this.clerk = scene.clerk();
    this.dice = scene.dice("first stations");
  }

  void work() {
    for (Product product : county.products()) {
      Provenance from = product.kind().provenance();
      if (from != null) {
        int loads = today.timesAtLeast(dice, product.kind().lotsPerDay());
        if (today.isFirst() && product.kind().shelfLifeDays() > 20) {
          loads += OPENING_LOADS;
        }
        for (int i = 0; i < loads; i++) {
          unload(product, from);
        }
      }
    }
  }

  private void unload(Product product, Provenance from) {
    List<Making> makings = new ArrayList<>();
    int lots = from.abroad() ? dice.between(1, 3) : 1;
    for (int i = 0; i < lots; i++) {
      long millionths =
          dice.between(product.kind().smallLot(), product.kind().largeLot()) * Lot.UNIT / lots;
      long whole = Math.max(1, millionths / Lot.UNIT) * Lot.UNIT;
      Lot lot = today.lot(product, produced(product, from), List.of());
      shelves.put(product.maker(), lot, whole);
      makings.add(Making.of(lot, clerk.line(lot, whole)));
    }
    clerk.note(
        product.maker(),
        today.at(dice, 3, 6),
        new Movement.FirstIn(supplier(from), order(), source(from), makings));
  }

  private LocalDate produced(Product product, Provenance from) {
    int most = Math.max(1, Math.min(OLDEST_DAYS, product.kind().shelfLifeDays() / 4));
    int least = from.abroad() ? Math.min(30, most) : 1;
    return today.date().minusDays(dice.between(least, most));
  }

  private Party supplier(Provenance from) {
    int which = 1 + dice.below(4);
    if (from.abroad()) {
      return Party.licensed(
          "CIFER-" + from.country() + "-0" + which, "Ocean Foods " + from.country() + " " + which);
    }
    String name = "外省供应商 " + from.province() + "-" + which;
    return dice.chance(0.3)
        ? Party.named(name)
        : Party.licensed(
            "SC1" + (from.province() + "0000").substring(0, 6) + "000000" + which, name);
  }

  private String order() {
    return dice.chance(0.5) ? today.document("HT") : "";
  }

  private Source source(Provenance from) {
    String quarantine = from.animal() ? today.document("JY") : null;
    if (!from.abroad()) {
      return Source.inland(from.province(), quarantine);
    }
    return Source.abroad(
        from.country(),
        quarantine == null ? today.document("JY") : quarantine,
        today.document("BGD"));
  }
}

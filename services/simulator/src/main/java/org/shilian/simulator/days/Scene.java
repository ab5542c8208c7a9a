package org.shilian.simulator.days;

import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Dice;
import org.shilian.simulator.filing.Clerk;
import org.shilian.simulator.filing.Tray;

/** What everybody who makes something happen works with. */
record Scene(
    TradeDays.Plan plan, County county, Today today, Shelves shelves, Clerk clerk, Tray tray) {

  /** An independent sequence for each of them. */
  Dice dice(String whose) {
    return Dice.of(plan.seed(), whose + " " + plan.run());
  }
}

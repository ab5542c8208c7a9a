package org.shilian.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.days.Expected;
import org.shilian.simulator.days.Filing;
import org.shilian.simulator.days.Line;
import org.shilian.simulator.days.TradeEvent;
import org.shilian.simulator.truth.Hop;
import org.shilian.simulator.truth.Origin;
import org.shilian.simulator.truth.Truth;

/** Tells the truth of each upload that counts. */
final class Chronicle {
  private final County county;
  private final Map<String, Operator> byUscc = new HashMap<>();
  private final Truth truth;

  Chronicle(County county) {
    this.county = county;
    Set<String> terminals = new HashSet<>();
    for (Operator operator : county.operators()) {
      byUscc.put(operator.uscc(), operator);
      if (operator.trade().terminal()) {
        terminals.add(operator.uscc());
      }
    }
    this.truth = new Truth(terminals::contains);
  }

  Truth truth() {
    return truth;
  }

  void take(Filing filing) {
    if (filing.expected() != Expected.ACCEPTED) {
      return;
    }
    TradeEvent event = filing.event();
    if (event.detail() instanceof TradeEvent.Voiding voiding) {
      truth.voided(voiding.event());
      return;
    }
    for (Line line : event.lines()) {
      take(event, line);
    }
  }

  private void take(TradeEvent event, Line line) {
    TradeEvent.Detail detail = event.detail();
    if (detail instanceof TradeEvent.Produce produce) {
      Operator maker = byUscc.get(event.operator());
      if (maker == null) {
        throw new IllegalStateException("operator " + event.operator() + ": is not of this county");
      }
      Origin origin =
          new Origin(
              maker.uscc(),
              maker.town().code(),
              county.product(line.gtin()).kind().category().code(),
              produce.productionDate(),
              produce.expirationDate());
      truth.produced(event.number(), line.gtin(), line.lot(), origin);
    } else if (detail instanceof TradeEvent.Ship ship) {
      Hop hop = new Hop(event.operator(), ship.buyer().id(), ship.orderCode());
      truth.shipped(event.number(), line.gtin(), line.lot(), hop, line.millionths());
    } else if (detail instanceof TradeEvent.Receive receive) {
      Hop hop = new Hop(receive.supplier().id(), event.operator(), receive.orderCode());
      truth.received(event.number(), line.gtin(), line.lot(), hop, line.millionths());
    } else if (detail instanceof TradeEvent.Sell) {
      truth.sold(event.number(), line.gtin(), line.lot(), event.operator());
    }
  }
}

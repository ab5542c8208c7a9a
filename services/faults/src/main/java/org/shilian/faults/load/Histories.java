package org.shilian.faults.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.shilian.chain.form.TradeJson;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.trade.Evidence;
import org.shilian.chain.trade.Movement;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Unit;

/**
 * An endless stream of events, the same for the same seed: random histories, several at a time, in
 * random order, without what the door refuses by the register.
 */
final class Histories {
  private static final int TOGETHER = 8;
  private static final int MOST_EVENTS = 80;
  private static final long APART = 1_000_000;
  private static final ProductFacts PRODUCT = new ProductFacts(Unit.of("KGM"), 30);

  private final SmallCounty county;
  private final Random random;
  private final Deque<Posted> ready = new ArrayDeque<>();
  private long next;

  Histories(SmallCounty county, long seed) {
    this.county = county;
    this.random = new Random(seed);
    this.next = Math.floorMod(seed, APART) * APART;
  }

  /** The next events of the stream, as many as asked for. */
  synchronized List<Posted> next(int count) {
    List<Posted> events = new ArrayList<>(count);
    while (events.size() < count) {
      if (ready.isEmpty()) {
        more();
      }
      events.add(ready.remove());
    }
    return events;
  }

  private void more() {
    List<Posted> fresh = new ArrayList<>();
    for (TradeEvent event : RandomHistory.several(county, next, TOGETHER, MOST_EVENTS)) {
      if (isFor(event)) {
        ObjectNode json = TradeJson.write(event);
        if (json == null) {
          throw new IllegalStateException(event + " has no trade form");
        }
        TradeEvent said = TradeJson.read(json, gtin -> PRODUCT);
        fresh.add(new Posted(String.valueOf(event.envelope().eventId()), json, said));
      }
    }
    next += TOGETHER;
    Collections.shuffle(fresh, random);
    ready.addAll(fresh);
  }

  /** Whether its operator may post it, as the county is registered. */
  private boolean isFor(TradeEvent event) {
    String role = event.operator().equals(county.bureau()) ? "" : county.role(event.operator());
    if (event instanceof Movement.Produce produce) {
      return produce.operator().equals(Register.owner(county, produce.made().lot().gtin()));
    }
    if (event instanceof Movement.Use) {
      return !role.equals("distributor");
    }
    return !(event instanceof Evidence.Sample) || role.equals("caterer");
  }
}

package org.shilian.chain.topic;

import java.util.List;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;

/**
 * The key of an event's record. What has the same key keeps its order in a topic: the first lot
 * that the event names, as GTIN and lot without anything between; else the event that it is about;
 * else the first order, box or item; else who did it.
 */
public final class RecordKey {
  private RecordKey() {}

  /** The key of this event. */
  public static String of(TradeEvent event) {
    List<LotKey> lots = event.lots();
    if (!lots.isEmpty()) {
      return lots.get(0).gtin().value() + lots.get(0).lot().value();
    }
    if (event instanceof Voiding declaration) {
      return declaration.voids();
    } else if (event instanceof Measure.Release release) {
      return release.ends();
    } else if (event instanceof Measure.Close close) {
      return close.ends();
    }
    List<String> mentions = event.mentions();
    return mentions.isEmpty() ? event.operator().value() : mentions.get(0);
  }
}

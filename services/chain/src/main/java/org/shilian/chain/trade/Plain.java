package org.shilian.chain.trade;

import java.util.List;
import org.shilian.epcis.EpcisEvent;

/**
 * An EPCIS event that says nothing the chain counts, such as packing or a departure. It is kept,
 * found by what it names, and shown as it came.
 *
 * @param epcis the event
 * @param lots the lots it names
 * @param mentions the orders, boxes and items it names
 */
public record Plain(Envelope envelope, EpcisEvent epcis, List<LotKey> lots, List<String> mentions)
    implements TradeEvent {

  private static final int LONGEST_MENTION = 300;

  /** Copies the lists; refuses keys that are too long to be found by. */
  public Plain {
    mentions.forEach(mention -> Rules.text("bizTransactionList", mention, LONGEST_MENTION));
    lots = List.copyOf(lots);
    mentions = List.copyOf(mentions);
  }

  @Override
  public Type type() {
    return Type.EPCIS;
  }
}

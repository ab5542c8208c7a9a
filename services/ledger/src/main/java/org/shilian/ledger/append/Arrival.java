package org.shilian.ledger.append;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.Measure;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.chain.trade.Voiding;

/**
 * An event as it came from Kafka, read and found to be one.
 *
 * @param origin where it came from
 * @param eventId its identity
 * @param hash the CBV event hash of its content
 * @param record the EPCIS event as it travelled
 * @param event what it says
 */
public record Arrival(
    Origin origin, String eventId, String hash, RecordedEvent record, TradeEvent event) {

  /** The eventID of another event that this one takes out or brings to an end; null for most. */
  @Nullable String named() {
    if (event instanceof Voiding declaration) {
      return declaration.voids();
    }
    if (event instanceof Measure.Release release) {
      return release.ends();
    }
    return event instanceof Measure.Close close ? close.ends() : null;
  }

  /** The eventIDs whose rows the transaction that appends it holds: its own and the named one. */
  public List<String> claims() {
    String named = named();
    return named == null ? List.of(eventId) : List.of(eventId, named);
  }
}

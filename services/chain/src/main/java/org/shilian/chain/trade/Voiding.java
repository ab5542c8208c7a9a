package org.shilian.chain.trade;

import java.util.List;

/**
 * An earlier event of the same operator is declared in error: it then counts for nothing, whichever
 * of the two arrives first. A VOID can itself be voided, and then what it voided counts again.
 *
 * @param voids the eventID of the event in error
 * @param reason a CBV error reason, {@code did_not_occur} or {@code incorrect_data}
 * @param correctedBy eventIDs of the events that say it right (correctiveEventIDs)
 */
public record Voiding(Envelope envelope, String voids, String reason, List<String> correctedBy)
    implements TradeEvent {

  /** Copies the eventIDs. */
  public Voiding {
    Rules.reference("voids", voids);
    correctedBy = List.copyOf(correctedBy);
  }

  @Override
  public Type type() {
    return Type.VOID;
  }

  @Override
  public List<LotKey> lots() {
    return List.of();
  }
}

package org.shilian.ledger.append;

import java.util.List;
import java.util.Set;

/**
 * What of a batch is new.
 *
 * @param accepted the events that were not there before, in the order they came
 * @param voidOnArrival eventIDs of accepted events that an earlier or accompanying VOID names
 * @param newlyVoided events of earlier batches that a VOID of this one takes out
 * @param outcomes what became of the others
 */
record Admission(
    List<Arrival> accepted,
    Set<String> voidOnArrival,
    List<VoidedEvent> newlyVoided,
    List<Outcome> outcomes) {

  /** An event of an earlier batch, with its body as it was appended. */
  record VoidedEvent(String eventId, byte[] body) {}
}

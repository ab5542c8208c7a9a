package org.shilian.ledger.append;

import java.util.List;

/**
 * What one transaction appends: the records of one poll.
 *
 * @param spans the stored offsets it moves
 * @param arrivals the events, in the order of each stream
 * @param unreadable the records that could not be read, to be quarantined
 */
public record Batch(List<StreamSpan> spans, List<Arrival> arrivals, List<Outcome> unreadable) {

  /** Copies the lists. */
  public Batch {
    spans = List.copyOf(spans);
    arrivals = List.copyOf(arrivals);
    unreadable = List.copyOf(unreadable);
  }
}

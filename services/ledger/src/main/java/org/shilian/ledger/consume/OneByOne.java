package org.shilian.ledger.consume;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.shilian.ledger.append.Appended;
import org.shilian.ledger.append.Arrival;
import org.shilian.ledger.append.BadDataException;
import org.shilian.ledger.append.Batch;
import org.shilian.ledger.append.Outcome;
import org.shilian.ledger.append.StreamSpan;

/**
 * Appends a batch that the database refused as a whole: each record in a transaction of its own, so
 * that only the one at fault ends in quarantine.
 */
final class OneByOne {
  /** What a record is told for which only the database knew a rule. */
  static final String REFUSED_BY_DATABASE = "the database refuses it";

  private final Function<Batch, Appended> appender;
  private final LoopObserver observer;

  OneByOne(Function<Batch, Appended> appender, LoopObserver observer) {
    this.appender = appender;
    this.observer = observer;
  }

  /** Appends every record of the batch and passes its spans. */
  void append(Batch batch) {
    Map<Integer, StreamSpan> rest = new TreeMap<>();
    batch.spans().forEach(span -> rest.put(span.stream(), span));
    for (Arrival arrival : batch.arrivals()) {
      int stream = arrival.origin().position().stream();
      StreamSpan ahead = rest.get(stream);
      if (ahead == null) {
        throw new IllegalStateException("a record of stream " + stream + " outside the batch");
      }
      StreamSpan span =
          new StreamSpan(stream, ahead.from(), arrival.origin().position().offset() + 1);
      one(arrival, span);
      rest.put(stream, new StreamSpan(stream, span.to(), ahead.to()));
    }
    append(List.copyOf(rest.values()), List.of(), batch.unreadable());
  }

  private void one(Arrival arrival, StreamSpan span) {
    try {
      append(List.of(span), List.of(arrival), List.of());
    } catch (BadDataException e) {
      Outcome refused =
          Outcome.quarantined(
              arrival.origin(), null, "value", "", REFUSED_BY_DATABASE, arrival.record().body());
      append(List.of(span), List.of(), List.of(refused));
    }
  }

  private void append(List<StreamSpan> spans, List<Arrival> arrivals, List<Outcome> unreadable) {
    observer.appended(appender.apply(new Batch(spans, arrivals, unreadable)));
  }
}

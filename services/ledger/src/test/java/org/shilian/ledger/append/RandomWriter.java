package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;

/** Appends events to a stream of its own, in some ten batches of random size or more. */
public final class RandomWriter {
  private static final int MOST_OF_FEW = 40;

  private final BatchAppender appender;
  private final int stream;
  private final Random random;
  private long offset;

  /** A writer to the one partition of this topic. */
  public RandomWriter(LedgerDatabase database, String topic, long seed) {
    this.appender = new BatchAppender(database.pool(), ChainingRule.CURRENT);
    this.stream = database.stream(topic);
    this.random = new Random(seed);
  }

  /** Appends these, in their order. */
  public void append(List<TradeEvent> events) {
    int most = Math.max(MOST_OF_FEW, events.size() / 5);
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(most));
      List<Arrival> arrivals = new ArrayList<>();
      long start = offset;
      for (TradeEvent event : events.subList(from, to)) {
        arrivals.add(arrival(stream, offset++, event));
      }
      Appended appended =
          appender.append(
              new Batch(List.of(new StreamSpan(stream, start, offset)), arrivals, List.of()));
      assertThat(appended.accepted() + appended.duplicates()).isEqualTo(arrivals.size());
      from = to;
    }
  }

  private static Arrival arrival(int stream, long offset, TradeEvent event) {
    EpcisEvent epcis = TradeEpcis.toEpcis(event);
    return new Arrival(
        new Origin(new Position(stream, offset), "capture", (int) offset),
        String.valueOf(event.envelope().eventId()),
        EventHash.of(epcis),
        new RecordedEvent(EpcisJson.write(epcis), event.operator(), null),
        event);
  }
}

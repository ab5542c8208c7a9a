package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.trade.TradeEpcis;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.ledger.recount.Recount;

/**
 * The state is a function of the set of events: any order, any batching, duplicates, several
 * streams and two writers at once lead to the state that the reference computes, table by table.
 */
class PermutationIT {
  private static final SmallCounty COUNTY = new SmallCounty();
  private static final ReferenceLedger REFERENCE =
      new ReferenceLedger(ChainingRule.CURRENT, COUNTY);
  private static LedgerDatabase database;
  private static BatchAppender appender;

  @BeforeAll
  static void open() {
    database = new LedgerDatabase(COUNTY);
    appender = new BatchAppender(database.pool(), ChainingRule.CURRENT);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void leadsToTheReferenceStateInAnyOrderAndBatching() {
    for (int seed = 0; seed < 60; seed++) {
      database.clear();
      List<TradeEvent> history = RandomHistory.of(COUNTY, seed, 150);
      List<TradeEvent> posted = withDuplicates(history, new Random(seed));
      new Writer("one", seed).append(posted);
      assertThat(database.state()).as("seed %d", seed).isEqualTo(REFERENCE.stateOf(history));
      assertThat(new Recount(database.pool(), ChainingRule.CURRENT).run().differing())
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  @Test
  void leadsToTheReferenceStateFromTwoWritersAtOnce()
      throws InterruptedException, ExecutionException {
    ExecutorService writers = Executors.newFixedThreadPool(2);
    try {
      for (int seed = 1000; seed < 1040; seed++) {
        database.clear();
        List<TradeEvent> history = RandomHistory.of(COUNTY, seed, 200);
        List<TradeEvent> posted = withDuplicates(history, new Random(seed));
        Writer one = new Writer("one", seed);
        Writer two = new Writer("two", seed + 1);
        int half = posted.size() / 2;
        Future<?> first = writers.submit(() -> one.append(posted.subList(0, half)));
        Future<?> second = writers.submit(() -> two.append(posted.subList(half, posted.size())));
        first.get();
        second.get();
        assertThat(database.state()).as("seed %d", seed).isEqualTo(REFERENCE.stateOf(history));
      }
    } finally {
      writers.shutdown();
    }
  }

  private static List<TradeEvent> withDuplicates(List<TradeEvent> history, Random random) {
    List<TradeEvent> posted = new ArrayList<>(history);
    for (int i = 0; i < history.size() / 5; i++) {
      posted.add(history.get(random.nextInt(history.size())));
    }
    Collections.shuffle(posted, random);
    return posted;
  }

  /** Appends events to a stream of its own, in batches of random size. */
  private static final class Writer {
    private final int stream;
    private final Random random;
    private long offset;

    Writer(String topic, long seed) {
      this.stream = database.stream(topic);
      this.random = new Random(seed);
    }

    void append(List<TradeEvent> events) {
      int from = 0;
      while (from < events.size()) {
        int to = Math.min(events.size(), from + 1 + random.nextInt(40));
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
  }

  static Arrival arrival(int stream, long offset, TradeEvent event) {
    EpcisEvent epcis = TradeEpcis.toEpcis(event);
    return new Arrival(
        new Origin(new Position(stream, offset), "capture", (int) offset),
        String.valueOf(event.envelope().eventId()),
        EventHash.of(epcis),
        EpcisJson.write(epcis),
        event);
  }
}

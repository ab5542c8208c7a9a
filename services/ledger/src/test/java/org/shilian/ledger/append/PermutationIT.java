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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.Differences;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.ledger.recount.Recount;

/**
 * The state is a function of the set of events: any order, any batching, duplicates, several
 * streams and two writers at once lead to the state that the reference computes, table by table.
 *
 * <p>A few histories have the ledger for themselves, so that every batch is full of events that
 * meet. The many are posted together, some tens of them at a time: what a batch costs hardly
 * depends on how much is in it. {@code -Dshilian.test.histories} says how many, {@code
 * -Dshilian.test.seed} where to begin.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class PermutationIT {
  private static final int HISTORIES = Integer.getInteger("shilian.test.histories", 1200);
  private static final long SEED = Long.getLong("shilian.test.seed", 0);
  private static final int TOGETHER = 50;
  private static final int MOST_EVENTS = 120;

  private static final SmallCounty COUNTY = new SmallCounty();
  private static final ReferenceLedger REFERENCE =
      new ReferenceLedger(ChainingRule.CURRENT, COUNTY);
  private static LedgerDatabase database;

  @BeforeAll
  static void open() {
    database = new LedgerDatabase(COUNTY);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void leadsToTheReferenceStateInAnyOrderAndBatching() {
    for (long seed = SEED; seed < SEED + 15; seed++) {
      oneWriter(RandomHistory.of(COUNTY, seed, 150), seed);
    }
  }

  @Test
  void leadsToTheReferenceStateFromTwoWritersAtOnce()
      throws InterruptedException, ExecutionException {
    for (long seed = SEED + 1000; seed < SEED + 1015; seed++) {
      twoWriters(RandomHistory.of(COUNTY, seed, 200), seed);
    }
  }

  @Test
  void leadsToTheReferenceStateOfManyHistoriesTogether()
      throws InterruptedException, ExecutionException {
    int done = 0;
    for (long seed = SEED; done < HISTORIES; seed += TOGETHER) {
      int histories = Math.min(TOGETHER, HISTORIES - done);
      List<TradeEvent> events = RandomHistory.several(COUNTY, seed, histories, MOST_EVENTS);
      if (seed / TOGETHER % 2 == 0) {
        oneWriter(events, seed);
      } else {
        twoWriters(events, seed);
      }
      done += histories;
    }
  }

  private static void oneWriter(List<TradeEvent> history, long seed) {
    database.clear();
    List<TradeEvent> posted = withDuplicates(history, new Random(seed));
    new RandomWriter(database, "one", seed).append(posted);
    assertState(history, seed);
  }

  private static void twoWriters(List<TradeEvent> history, long seed)
      throws InterruptedException, ExecutionException {
    database.clear();
    List<TradeEvent> posted = withDuplicates(history, new Random(seed));
    RandomWriter one = new RandomWriter(database, "one", seed);
    RandomWriter two = new RandomWriter(database, "two", seed + 1);
    int half = posted.size() / 2;
    ExecutorService writers = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = writers.submit(() -> one.append(posted.subList(0, half)));
      Future<?> second = writers.submit(() -> two.append(posted.subList(half, posted.size())));
      first.get();
      second.get();
    } finally {
      writers.shutdown();
    }
    assertState(history, seed);
  }

  private static void assertState(List<TradeEvent> history, long seed) {
    assertThat(Differences.between(database.state(), REFERENCE.stateOf(history)))
        .as("seed %d", seed)
        .isEmpty();
    assertThat(new Recount(database.pool(), ChainingRule.CURRENT).run().differing())
        .as("seed %d", seed)
        .isEmpty();
  }

  private static List<TradeEvent> withDuplicates(List<TradeEvent> history, Random random) {
    List<TradeEvent> posted = new ArrayList<>(history);
    for (int i = 0; i < history.size() / 5; i++) {
      posted.add(history.get(random.nextInt(history.size())));
    }
    Collections.shuffle(posted, random);
    return posted;
  }
}

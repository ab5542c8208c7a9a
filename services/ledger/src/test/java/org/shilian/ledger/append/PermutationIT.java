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
import org.shilian.chain.trade.TradeEvent;
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
    for (int seed = 0; seed < 60; seed++) {
      database.clear();
      List<TradeEvent> history = RandomHistory.of(COUNTY, seed, 150);
      List<TradeEvent> posted = withDuplicates(history, new Random(seed));
      new RandomWriter(database, "one", seed).append(posted);
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
        RandomWriter one = new RandomWriter(database, "one", seed);
        RandomWriter two = new RandomWriter(database, "two", seed + 1);
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
}

package org.shilian.ledger.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
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
import org.shilian.ledger.append.LedgerDatabase;

/**
 * The state is a function of the set of events also where they come over twelve partitions to two
 * ledgers of one group, of which one joins while the other reads and outlives it. A tenth of {@code
 * -Dshilian.test.histories} goes this way, {@code -Dshilian.test.seed} says where to begin.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class TwoConsumersIT {
  private static final int HISTORIES = Integer.getInteger("shilian.test.histories", 1200) / 10;
  private static final long SEED = Long.getLong("shilian.test.seed", 0);
  private static final int TOGETHER = 60;
  private static final int MOST_EVENTS = 120;
  private static final int AT_A_TIME = 20;

  private static final SmallCounty COUNTY = new SmallCounty();
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
  void leadToTheReferenceStateWhileOneJoinsAndOneLeaves() {
    int done = 0;
    for (long seed = SEED; done < HISTORIES; seed += TOGETHER) {
      int histories = Math.min(TOGETHER, HISTORIES - done);
      joinAndLeave(RandomHistory.several(COUNTY, seed, histories, MOST_EVENTS), seed);
      done += histories;
    }
    assertThat(done).isPositive();
  }

  private static void joinAndLeave(List<TradeEvent> history, long seed) {
    database.clear();
    Random random = new Random(seed);
    List<TradeEvent> posted = new ArrayList<>(history);
    posted.addAll(history.subList(0, history.size() / 5));
    Collections.shuffle(posted, random);
    int third = posted.size() / 3;
    try (EventFeed feed = new EventFeed(seed);
        RunningLedger leaves = ledger(feed, random)) {
      feed.send(posted.subList(0, third));
      await().until(() -> leaves.records() > 0);
      try (RunningLedger joins = ledger(feed, random)) {
        sendUntilReadBy(joins, feed, posted.subList(third, 2 * third), history);
        feed.send(posted.subList(2 * third, posted.size() - third / 2));
        leaves.stop();
        feed.send(posted.subList(posted.size() - third / 2, posted.size()));
        feed.awaitReadBy(database);
        assertThat(leaves.records()).as("seed %d, leaves", seed).isPositive();
        assertThat(joins.records()).as("seed %d, joins", seed).isPositive();
        assertThat(joins.isWell()).as("seed %d", seed).isTrue();
      }
    }
    assertThat(
            Differences.between(
                database.state(),
                new ReferenceLedger(ChainingRule.CURRENT, COUNTY).stateOf(history)))
        .as("seed %d", seed)
        .isEmpty();
  }

  private static RunningLedger ledger(EventFeed feed, Random random) {
    return new RunningLedger(feed.names(), database.pool(), 10 + random.nextInt(200));
  }

  /** Goes on posting, in the end what was posted before, until this ledger has a part in it. */
  private static void sendUntilReadBy(
      RunningLedger ledger, EventFeed feed, List<TradeEvent> events, List<TradeEvent> again) {
    Iterator<TradeEvent> fresh = events.iterator();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              feed.send(next(fresh, again));
              return ledger.records() > 0;
            });
    List<TradeEvent> rest = new ArrayList<>();
    fresh.forEachRemaining(rest::add);
    feed.send(rest);
  }

  private static List<TradeEvent> next(Iterator<TradeEvent> fresh, List<TradeEvent> again) {
    List<TradeEvent> next = new ArrayList<>();
    while (next.size() < AT_A_TIME && fresh.hasNext()) {
      next.add(fresh.next());
    }
    return next.isEmpty() ? again.subList(0, Math.min(AT_A_TIME, again.size())) : next;
  }
}

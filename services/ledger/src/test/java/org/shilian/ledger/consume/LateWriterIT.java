package org.shilian.ledger.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.Differences;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.ledger.append.LedgerDatabase;

/**
 * A writer that finds the stored offset elsewhere, and cannot ask where at once, goes on when it
 * can, and skips nothing.
 */
class LateWriterIT {
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
  void goesOnOnceTheStoredOffsetsCanBeRead() {
    List<TradeEvent> history = RandomHistory.several(COUNTY, 5, 3, 60);
    int half = history.size() / 2;
    try (EventFeed feed = new EventFeed(5);
        RunningLedger ledger = new RunningLedger(feed.names(), database.pool(), 20)) {
      feed.send(history.subList(0, half));
      feed.awaitReadBy(database);
      run("UPDATE ledger.stream SET next_offset = 0");
      run(
          """
          CREATE FUNCTION ledger.not_now() RETURNS trigger LANGUAGE plpgsql
          AS $$ BEGIN RAISE EXCEPTION 'not now'; END $$
          """);
      run(
          """
          CREATE TRIGGER not_now BEFORE INSERT ON ledger.stream
          FOR EACH STATEMENT EXECUTE FUNCTION ledger.not_now()
          """);
      feed.send(history.subList(half, history.size()));
      await().atMost(Duration.ofSeconds(30)).until(() -> ledger.failures() > 1);
      assertThat(ledger.isWell()).isFalse();

      run("DROP TRIGGER not_now ON ledger.stream");
      feed.awaitReadBy(database);
      await().atMost(Duration.ofSeconds(30)).until(ledger::isWell);
    }
    assertThat(database.rows("SELECT FROM ledger.outcome WHERE verdict <> 'duplicate'")).isEmpty();
    assertThat(
            Differences.between(
                database.state(),
                new ReferenceLedger(ChainingRule.CURRENT, COUNTY).stateOf(history)))
        .isEmpty();
  }

  private static void run(String sql) {
    assertThat(database.rows(sql)).isNotNull();
  }
}

package org.shilian.ledger.consume;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.pack.PackedEvent;
import org.shilian.chain.reference.Attributes;
import org.shilian.chain.reference.Differences;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.reference.ReferenceState;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.append.EventReading;
import org.shilian.ledger.append.LedgerDatabase;
import org.shilian.ledger.append.RecordedEvent;

/**
 * Whatever a topic holds, the ledger goes on: good events among it are taken, what it refuses is
 * set aside with a reason that a person can read, and the state is the reference's of what it took.
 * {@code -Dshilian.test.odd} says how many odd records, {@code -Dshilian.test.seed} where to begin.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class OddRecordsIT {
  private static final int RECORDS = Integer.getInteger("shilian.test.odd", 4000);
  private static final long SEED = Long.getLong("shilian.test.seed", 0);
  private static final int TOGETHER = 500;
  private static final Pattern OF_JAVA =
      Pattern.compile(
          "Exception|Error\\b|java|[Jj]ackson|JsonRead|StreamRead|Source:|REDACTED|Cannot |class ");

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
  void stopNothingAndAreSetAsideWithAReason() {
    try (EventFeed feed = new EventFeed(SEED);
        RunningLedger ledger = new RunningLedger(feed.names(), database.pool(), 100)) {
      OddRecords odd = new OddRecords(feed, COUNTY, SEED);
      int sent = 0;
      for (long round = SEED; sent < RECORDS; round++) {
        List<TradeEvent> good = RandomHistory.several(COUNTY, 1000 + round, 2, 60);
        sent += sendRound(feed, odd, good, new Random(round));
        feed.awaitReadBy(database);
        assertThat(ledger.isWell()).as("round %d", round).isTrue();
        assertThat(ledger.failures()).as("round %d", round).isZero();
        assertTaken(good);
        feed.send(odd.conflict(good.get(0)));
        feed.flush();
        feed.awaitReadBy(database);
        assertState(round);
      }
    }
    assertReasons();
    assertThat(outcomes("quarantined")).isGreaterThan(RECORDS / 4);
    assertThat(outcomes("refused")).isPositive();
  }

  private static int sendRound(
      EventFeed feed, OddRecords odd, List<TradeEvent> good, Random random) {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    good.forEach(event -> records.add(feed.record(event)));
    for (int i = 0; i < TOGETHER; i++) {
      records.add(odd.next());
    }
    records.addAll(odd.ring(good.get(0)));
    Collections.shuffle(records, random);
    records.forEach(feed::send);
    feed.flush();
    return records.size() - good.size();
  }

  private static void assertTaken(List<TradeEvent> good) {
    Set<String> ids =
        good.stream()
            .map(event -> String.valueOf(event.envelope().eventId()))
            .collect(Collectors.toSet());
    Set<String> taken = new HashSet<>();
    for (Row row : database.rows("SELECT event_id FROM ledger.event WHERE stream IS NOT NULL")) {
      taken.add(row.getString("event_id"));
    }
    assertThat(taken).containsAll(ids);
  }

  private static void assertState(long round) {
    List<TradeEvent> taken = new ArrayList<>();
    for (Row row : database.rows("SELECT body, actor, parties FROM ledger.entry")) {
      taken.add(
          EventReading.trade(
              new RecordedEvent(
                  PackedEvent.unpack(row.getBuffer("body").getBytes()),
                  new Uscc(row.getString("actor")),
                  row.getString("parties"))));
    }
    ReferenceState reference =
        new ReferenceLedger(ChainingRule.CURRENT, new Registered()).stateOf(taken);
    assertThat(Differences.between(database.state(), withRateOfRegistered(reference)))
        .as("round %d", round)
        .isEmpty();
  }

  /** The rate counts the lots of operators and products that are registered, and no others. */
  private static ReferenceState withRateOfRegistered(ReferenceState state) {
    TreeMap<ReferenceState.CubeKey, ReferenceState.CubeRow> cube = new TreeMap<>(state.cube());
    cube.keySet()
        .removeIf(
            key -> key.region().equals(Registered.NOT) || key.category().equals(Registered.NOT));
    return new ReferenceState(
        state.lots(),
        state.hops(),
        state.holdings(),
        state.lineage(),
        cube,
        state.flags(),
        state.liveEvents());
  }

  private static void assertReasons() {
    for (Row row :
        database.rows(
            "SELECT field, rule FROM ledger.outcome WHERE verdict IN ('quarantined', 'refused')")) {
      assertThat(row.getString("field")).isNotBlank();
      assertThat(row.getString("rule"))
          .isNotBlank()
          .doesNotContainPattern(OF_JAVA)
          .isNotEqualTo(RecordReader.UNFORESEEN)
          .isNotEqualTo(OneByOne.REFUSED_BY_DATABASE);
    }
  }

  private static long outcomes(String verdict) {
    return database
        .rows("SELECT count(*) AS n FROM ledger.outcome WHERE verdict = $1", verdict)
        .iterator()
        .next()
        .getLong("n");
  }

  /** The small county's registry, in which not everything is that an odd record names. */
  private static final class Registered implements Attributes {
    private static final String NOT = "not registered";

    @Override
    public boolean terminal(Uscc operator) {
      return COUNTY.terminal(operator);
    }

    @Override
    public String region(Uscc operator) {
      return COUNTY.operators().contains(operator) ? COUNTY.region(operator) : NOT;
    }

    @Override
    public String category(Gtin gtin) {
      return COUNTY.products().contains(gtin) ? COUNTY.category(gtin) : NOT;
    }
  }
}

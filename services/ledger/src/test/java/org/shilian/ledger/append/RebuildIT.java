package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.ReferenceLedger;
import org.shilian.chain.reference.ReferenceState;
import org.shilian.chain.trade.TradeEvent;

/** A rebuild from the entries alone gives the state that is there, and puts right what is not. */
class RebuildIT {
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

  @BeforeEach
  void clear() {
    database.clear();
  }

  @Test
  void findsNothingToChangeInALedgerThatWasKept() {
    for (int seed = 0; seed < 10; seed++) {
      database.clear();
      List<TradeEvent> history = RandomHistory.of(COUNTY, seed, 200);
      new RandomWriter(database, "one", seed).append(history);
      Rebuild.Result result = rebuild(false);
      assertThat(result.differing()).as("seed %d", seed).isEmpty();
      assertThat(result.events()).isEqualTo(200);
    }
  }

  @Test
  void reportsWhatWasTamperedWithAndRepairsItWhenAsked() {
    List<TradeEvent> history = RandomHistory.of(COUNTY, 77, 200);
    new RandomWriter(database, "one", 77).append(history);
    ReferenceState truth = new ReferenceLedger(ChainingRule.CURRENT, COUNTY).stateOf(history);
    database.run("UPDATE ledger.holding SET shipped = shipped + 1");
    database.run("DELETE FROM ledger.flag");
    database.run("UPDATE ledger.lot SET chained = NOT chained");
    database.run("UPDATE ledger.rate_cell SET chained = chained + 1");
    assertThat(rebuild(false).differing()).containsKeys("holding", "flag", "lot", "rate_cell");
    assertThat(database.state()).isNotEqualTo(truth);
    assertThat(rebuild(true).differing()).containsKeys("holding", "flag", "lot", "rate_cell");
    assertThat(database.state()).isEqualTo(truth);
    assertThat(rebuild(false).differing()).isEmpty();
  }

  @Test
  void runsBesideAWriter() {
    List<TradeEvent> history = RandomHistory.of(COUNTY, 5, 600);
    RandomWriter writer = new RandomWriter(database, "one", 5);
    writer.append(history.subList(0, 200));
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> writer.append(history.subList(200, 600)));
    assertThat(rebuild(true).differing()).isEmpty();
    writing.join();
    assertThat(database.state())
        .isEqualTo(new ReferenceLedger(ChainingRule.CURRENT, COUNTY).stateOf(history));
    assertThat(rebuild(false).differing()).isEmpty();
  }

  private static Rebuild.Result rebuild(boolean repair) {
    return new Rebuild(database.ownerPool(), ChainingRule.CURRENT, events -> {}).run(repair);
  }
}

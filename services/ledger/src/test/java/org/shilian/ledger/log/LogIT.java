package org.shilian.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.ledger.append.Blocking;
import org.shilian.ledger.append.RandomWriter;
import org.shilian.tlog.InclusionProof;
import org.shilian.tlog.TreeReader;
import org.shilian.tlog.export.Verdict;
import org.shilian.tlog.note.LogProof;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.tile.TileNodes;

/** The log grows with the ledger, and whatever is done to the ledger's rows shows in an export. */
class LogIT {
  @TempDir static Path directory;
  private static GrownLogs logs;

  @BeforeAll
  static void open() {
    logs = new GrownLogs(directory);
  }

  @AfterAll
  static void close() {
    logs.close();
  }

  @BeforeEach
  void clear() {
    logs.database().clear();
  }

  @Test
  void hasEveryEntryOfTwoWritersAndProvesEachOfThem() throws IOException {
    List<TradeEvent> history = logs.history(3, 900);
    RandomWriter one = logs.writer("one", 1);
    RandomWriter two = logs.writer("two", 2);
    CompletableFuture<Void> beside =
        CompletableFuture.runAsync(() -> two.append(history.subList(600, 900)));
    for (int from = 0; from < 600; from += 200) {
      one.append(history.subList(from, from + 200));
      assertThat(logs.sign()).isZero();
    }
    beside.join();
    assertThat(logs.sign()).isZero();
    for (String topic : List.of("one", "two")) {
      Verdict verdict = logs.verdict(topic);
      assertThat(verdict.findings()).isEmpty();
      assertThat(verdict.withEvents()).isTrue();
      assertThat(verdict.checkpoint().orElseThrow().size()).isEqualTo(entries(topic));
      everyEntryIsProven(topic);
    }
    assertThat(entries("one") + entries("two")).isEqualTo(900);
  }

  private static void everyEntryIsProven(String topic) {
    StoredLog log = logs.log(topic);
    StoredLog.Signed signed = log.signed();
    SignedNote checkpoint = SignedNote.parse(signed.note().getBytes(StandardCharsets.UTF_8));
    TreeReader tree =
        new TreeReader(new TileNodes(new StoredFiles(logs.store(), log), signed.size()));
    long expected = 0;
    for (Row row :
        logs.database()
            .rows(
                "SELECT event_id FROM ledger.event WHERE stream = $1 ORDER BY log_offset",
                log.stream())) {
      LogStore.Place place = logs.store().place(row.getString("event_id")).orElseThrow();
      long index = logs.store().index(place.stream(), place.offset());
      assertThat(index).isEqualTo(expected++);
      InclusionProof proof = tree.inclusionProof(index, signed.size());
      LogProof whole =
          new LogProof(
              logs.store()
                  .entries(log, bundle(index, signed.size()))
                  .get((int) (index % 256))
                  .bytes(),
              index,
              proof.path(),
              checkpoint);
      assertThat(whole.verify(logs.trusted(topic)).size()).isEqualTo(signed.size());
      assertThat(new String(whole.entry(), StandardCharsets.UTF_8))
          .contains("\"eventID\":\"" + row.getString("event_id") + "\"");
    }
  }

  private static org.shilian.tlog.tile.TilePath bundle(long index, long size) {
    return StoredFiles.bundles(size).skip(index / 256).findFirst().orElseThrow();
  }

  private static long entries(String topic) {
    return logs.database()
        .rows("SELECT count(*) FROM ledger.entry WHERE stream = $1", logs.log(topic).stream())
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void takesInWhatWasRecordedBeforeThereWasALog() throws IOException {
    List<TradeEvent> history = logs.history(7, 700);
    RandomWriter writer = logs.writer("one", 7);
    writer.append(history.subList(0, 650));
    logs.database().run("TRUNCATE ledger.log, ledger.log_tile");
    writer.append(history.subList(650, 700));
    assertThat(logs.sign()).isZero();
    Verdict verdict = logs.verdict("one");
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.checkpoint().orElseThrow().size()).isEqualTo(700);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body = body || ' '",
        "recorded_at = recorded_at + interval '1 us'",
        "capture = 'another'",
        "capture = NULL",
        "capture_index = capture_index + 1",
        "actor = '91330000000000000A'",
        "parties = '{}'"
      })
  void namesTheEntryOfWhichAnyFieldWasChanged(String change) throws IOException {
    grow(400);
    logs.database()
        .run("UPDATE ledger.entry SET " + change + " WHERE log_offset = $1", offset(300));
    assertThat(logs.findings("one"))
        .containsExactly("CHANGED entry 300 is not the one that was signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger.event SET event_id = event_id || 'x' WHERE log_offset = $1",
        "DELETE FROM ledger.event WHERE log_offset = $1"
      })
  void namesTheEntryOfWhichTheIdentityWasChanged(String change) throws IOException {
    grow(400);
    logs.database().run(change, offset(300));
    assertThat(logs.findings("one"))
        .containsExactly("CHANGED entry 300 is not the one that was signed");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 398, 399})
  void namesTheEntryThatWasTakenOut(int index) throws IOException {
    grow(400);
    logs.database().run("DELETE FROM ledger.entry WHERE log_offset = $1", offset(index));
    assertThat(logs.findings("one")).contains("REMOVED entry " + index + " is missing");
  }

  @Test
  void namesTheTwoThatChangedPlacesAndTheOneThatCameIn() throws IOException {
    grow(400);
    long first = offset(10);
    long second = offset(20);
    logs.database().run("UPDATE ledger.entry SET log_offset = -1 WHERE log_offset = $1", first);
    logs.database()
        .run("UPDATE ledger.entry SET log_offset = $1 WHERE log_offset = $2", first, second);
    logs.database().run("UPDATE ledger.entry SET log_offset = $1 WHERE log_offset = -1", second);
    // the offset is in the entry, so neither is the one that was signed
    assertThat(logs.findings("one"))
        .contains(
            "CHANGED entry 10 is not the one that was signed",
            "CHANGED entry 20 is not the one that was signed");
  }

  @Test
  void signsNoTreeThatIsNotWhatItSignedGrownFurther() throws IOException {
    List<TradeEvent> history = logs.history(11, 650);
    RandomWriter writer = logs.writer("one", 11);
    writer.append(history.subList(0, 500));
    assertThat(logs.sign()).isZero();
    StoredLog.Signed before = logs.log("one").signed();
    logs.database().run("UPDATE ledger.log SET edge = set_byte(edge, 0, get_byte(edge, 0) # 1)");
    writer.append(history.subList(500, 600));
    assertThat(logs.sign()).isEqualTo(1);
    assertThat(logs.log("one").signed()).isEqualTo(before);
    logs.database().run("TRUNCATE ledger.log, ledger.log_tile");
    logs.database().run("UPDATE ledger.entry SET capture = 'another' WHERE log_offset = 3");
    writer.append(history.subList(600, 650));
    assertThat(logs.sign()).isEqualTo(1);
    assertThat(logs.log("one").signed()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger.entry SET actor = actor",
        "DELETE FROM ledger.entry",
        "TRUNCATE ledger.entry",
        "UPDATE ledger.outcome SET rule = rule",
        "DELETE FROM ledger.outcome",
        "UPDATE ledger.log_tile SET hashes = hashes",
        "DELETE FROM ledger.log_tile",
        "DELETE FROM ledger.log",
        "DELETE FROM ledger.checkpoint",
        "DELETE FROM ledger.stream",
        "DROP TABLE ledger.entry",
        "ALTER TABLE ledger.entry DROP COLUMN actor",
        "CREATE TABLE ledger.other ()",
        "SET ROLE postgres"
      })
  void theServerMayNotRewriteWhatWasRecorded(String sql) {
    assertThatThrownBy(() -> Blocking.await(logs.database().pool().query(sql).execute()))
        .hasMessageMatching(
            "(?s).*(permission denied|must be owner|role .postgres. does not exist).*");
  }

  @Test
  void theServerCannotGiveItselfTheRight() {
    var unused =
        Blocking.await(
            logs.database()
                .pool()
                .query("GRANT UPDATE, DELETE ON ledger.entry TO shilian_server")
                .execute());
    boolean may =
        logs.database()
            .rows("SELECT has_table_privilege('shilian_server', 'ledger.entry', 'UPDATE, DELETE')")
            .iterator()
            .next()
            .getBoolean(0);
    assertThat(may).isFalse();
  }

  /** A log of so many entries, signed. */
  private static void grow(int entries) {
    logs.writer("one", entries).append(logs.history(entries, entries));
    assertThat(logs.sign()).isZero();
  }

  private static long offset(int index) {
    return logs.database()
        .rows(
            "SELECT log_offset FROM ledger.entry ORDER BY log_offset OFFSET $1 LIMIT 1",
            (long) index)
        .iterator()
        .next()
        .getLong(0);
  }
}

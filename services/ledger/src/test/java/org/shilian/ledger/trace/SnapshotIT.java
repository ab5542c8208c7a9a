package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shilian.ledger.trace.store.Snapshot;
import org.shilian.ledger.trace.store.Snapshots;
import org.shilian.problem.ProblemException;

@QuarkusTest
@QuarkusTestResource(TraceDatabase.class)
class SnapshotIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String COUNT = "SELECT count(*) AS lots FROM ledger.lot";

  @Inject Snapshots snapshots;
  @Inject Pool pool;

  @Test
  void doesNotSeeWhatComesWhileItReads() {
    long before = read(SnapshotIT::lots);

    long seen =
        read(
            snapshot ->
                lots(snapshot)
                    .chain(() -> change("INSERT INTO ledger.lot (gtin, lot) VALUES ('0', 'NEW')"))
                    .chain(() -> lots(snapshot)));

    assertThat(seen).isEqualTo(before);
    assertThat(read(SnapshotIT::lots)).isEqualTo(before + 1);
    change("DELETE FROM ledger.lot WHERE gtin = '0'").await().atMost(PATIENCE);
  }

  @Test
  void givesAStatementUpThatTakesTooLongAndGoesOnAfterwards() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                read(
                    snapshot ->
                        snapshot
                            .rows("SELECT set_config('statement_timeout', '20ms', true)")
                            .chain(() -> snapshot.rows("SELECT pg_sleep(20)"))
                            .replaceWith(0L)))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(503));
    assertThat(read(SnapshotIT::lots)).isPositive();
  }

  @Test
  void cannotWrite() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> read(snapshot -> snapshot.rows("DELETE FROM ledger.lot").replaceWith(0L)))
        .withMessageContaining("read-only");
  }

  private static Uni<Long> lots(Snapshot snapshot) {
    return snapshot.rows(COUNT).map(rows -> rows.iterator().next().getLong("lots"));
  }

  private Uni<Void> change(String sql) {
    return pool.query(sql).execute().replaceWithVoid();
  }

  private long read(Function<Snapshot, Uni<Long>> work) {
    return snapshots.read(work).await().atMost(PATIENCE);
  }
}

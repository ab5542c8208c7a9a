package org.shilian.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.trade.LotKey;
import org.shilian.chain.trade.Movement;

/** A measure that binds a lot while another writer waits for that lot is seen by that writer. */
class LateMeasureIT {
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
  void flagsASaleThatWaitedWhileItsLotWasHeld() {
    Movement.Sell sale =
        RandomHistory.several(COUNTY, 1, 10, 60).stream()
            .filter(Movement.Sell.class::isInstance)
            .map(Movement.Sell.class::cast)
            .findFirst()
            .orElseThrow();
    LotKey lot = sale.lots().get(0);
    Tuple key = Tuple.of(lot.gtin().value(), lot.lot().value());
    database.run(
        "INSERT INTO ledger.lot (gtin, lot) VALUES ($1, $2)",
        lot.gtin().value(),
        lot.lot().value());
    SqlConnection inspector = Blocking.await(database.ownerPool().getConnection());
    Transaction holding = Blocking.await(inspector.begin());
    execute(
        inspector, "SELECT FROM ledger.lot WHERE (gtin, lot) = ($1, $2) FOR NO KEY UPDATE", key);

    RandomWriter writer = new RandomWriter(database, "late", 1);
    CompletableFuture<Void> appended =
        CompletableFuture.runAsync(() -> writer.append(List.of(sale)));
    await().until(LateMeasureIT::somebodyWaits);
    execute(
        inspector,
        """
        INSERT INTO ledger.lot_measure (gtin, lot, event_id, kind, derived, since)
        VALUES ($1, $2, 'urn:test:hold', 'held', false, '-infinity')
        """,
        key);
    Blocking.await(holding.commit());
    appended.join();
    inspector.close();

    assertThat(database.rows("SELECT FROM ledger.flag WHERE kind = 'held'")).hasSize(1);
  }

  private static boolean somebodyWaits() {
    return database
        .rows(
            """
            SELECT EXISTS (SELECT FROM pg_stat_activity
                           WHERE datname = current_database() AND wait_event_type = 'Lock') AS waits
            """)
        .iterator()
        .next()
        .getBoolean("waits");
  }

  private static void execute(SqlConnection connection, String sql, Tuple parameters) {
    var unused = Blocking.await(connection.preparedQuery(sql).execute(parameters));
  }
}

package org.shilian.ledger.append;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Has PostgreSQL look at the ledger's tables again each time they may have doubled since this
 * process began. It does so by itself, but once a minute at the most, and a young ledger can grow a
 * hundredfold in that minute: until then statements are planned as for the empty tables it saw
 * last, and read all of a table for a few rows of it. For several threads.
 */
final class Statistics {
  private static final Logger LOG = Logger.getLogger(Statistics.class);
  private static final long FIRST = 1000;

  private static final String LOOK =
      """
      ANALYZE ledger.event, ledger.declared_void, ledger.lot, ledger.lot_event, ledger.mention,
        ledger.making, ledger.delivery, ledger.hop, ledger.all_receipt, ledger.holding,
        ledger.lineage, ledger.measure, ledger.measure_end, ledger.lot_measure, ledger.flag,
        ledger.rate_cell
      """;

  private final Pool pool;
  private final Schema schema;
  private final AtomicLong appended = new AtomicLong();
  private final AtomicLong next = new AtomicLong(FIRST);

  Statistics(Pool pool, Schema schema) {
    this.pool = pool;
    this.schema = schema;
  }

  /**
   * Notes that so many events were appended. The future is there once PostgreSQL has looked, or at
   * once where it has not to; a failure is logged and is none of the caller's.
   */
  Future<Void> appended(int events) {
    long all = appended.addAndGet(events);
    long due = next.get();
    if (all < due || !next.compareAndSet(due, 2 * all)) {
      return Future.succeededFuture();
    }
    return pool.query(schema.statement(LOOK))
        .execute()
        .<Void>mapEmpty()
        .recover(
            failure -> {
              LOG.debugf("ledger.not-analyzed %s", failure.getMessage());
              return Future.succeededFuture();
            });
  }
}

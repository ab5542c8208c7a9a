package org.shilian.ledger.append;

import io.vertx.sqlclient.Pool;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilian.chain.ChainingRule;

/**
 * Appends a batch. The state it leaves is the one that {@link
 * org.shilian.chain.reference.ReferenceLedger} computes from the set of all events accepted so far.
 */
public final class BatchAppender {
  private static final String MOVE_STREAM =
      """
      UPDATE ledger.stream SET next_offset = $3
      WHERE id = $1 AND next_offset = $2
      """;

  /** Each failed one means that another writer got on, so a handful is plenty. */
  private static final int MOST_ATTEMPTS = 10;

  private final Pool pool;
  private final ChainingRule rule;
  private final Statistics statistics;

  /** An appender over this pool, by this rule. */
  public BatchAppender(Pool pool, ChainingRule rule) {
    this.pool = pool;
    this.rule = rule;
    this.statistics = new Statistics(pool, Schema.LEDGER);
  }

  /**
   * Appends the batch, all of it or nothing. Blocks; not for an event loop.
   *
   * @throws StaleWriterException if a stored offset is not where the batch begins
   * @throws LedgerUnavailableException if the database failed; the batch may be tried again
   */
  public Appended append(Batch batch) {
    ContendedException contended = null;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        return attempt(batch);
      } catch (ContendedException e) {
        contended = e;
      }
    }
    throw new LedgerUnavailableException(contended);
  }

  private Appended attempt(Batch batch) {
    try (LedgerTransaction tx = LedgerTransaction.begin(pool)) {
      moveStreams(tx, batch.spans());
      Projection projection = new Projection(tx, rule);
      Admission admission = projection.admit(batch.arrivals());
      List<Outcome> outcomes = new ArrayList<>(batch.unreadable());
      outcomes.addAll(admission.outcomes());
      new EntryLog(tx).append(admission.accepted(), outcomes);
      new LogUpdate(tx).append(admission.accepted());
      projection.follow(admission);
      tx.commit();
      var unused = statistics.appended(admission.accepted().size());
      return summary(admission, outcomes);
    }
  }

  private static void moveStreams(LedgerTransaction tx, List<StreamSpan> spans) {
    for (StreamSpan span :
        spans.stream().sorted(Comparator.comparingInt(StreamSpan::stream)).toList()) {
      if (tx.rows(MOVE_STREAM, span.stream(), span.from(), span.to()).rowCount() != 1) {
        throw new StaleWriterException(span);
      }
    }
  }

  private static Appended summary(Admission admission, List<Outcome> outcomes) {
    return new Appended(
        admission.accepted().size(),
        count(outcomes, Outcome.Verdict.DUPLICATE),
        count(outcomes, Outcome.Verdict.REFUSED),
        count(outcomes, Outcome.Verdict.QUARANTINED));
  }

  private static int count(List<Outcome> outcomes, Outcome.Verdict verdict) {
    return (int) outcomes.stream().filter(outcome -> outcome.verdict() == verdict).count();
  }
}

package org.shilian.codes.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/**
 * Counts the keys that are given out under a prefix. A counter moves in the caller's transaction:
 * it is committed with what the numbers are for, and rolled back with it. Two callers for the same
 * prefix and kind wait for one another.
 */
@ApplicationScoped
public class KeyCounters {
  // By the key (prefix, kind). No row comes back if there is not so much room left; the WHERE of
  // the SELECT says so of a counter that is not there yet.
  private static final String TAKE =
      """
      INSERT INTO codes.key_counter AS c (prefix, kind, next)
      SELECT $1, $2, $3::bigint WHERE $3::bigint <= $4::bigint
      ON CONFLICT (prefix, kind) DO UPDATE SET next = c.next + excluded.next
        WHERE c.next + excluded.next <= $4::bigint
      RETURNING c.next - $3::bigint AS first
      """;

  /**
   * Takes numbers that follow on one another.
   *
   * @param transaction the one in which they are used
   * @return the first of them; fails with CONFLICT if the prefix has no room for so many
   */
  public Uni<Long> take(SqlConnection transaction, CompanyPrefix prefix, KeyKind kind, long count) {
    return transaction
        .preparedQuery(TAKE)
        .execute(Tuple.from(List.of(prefix.value(), kind.text(), count, kind.capacity(prefix))))
        .map(
            rows -> {
              for (Row row : rows) {
                return row.getLong("first");
              }
              throw usedUp(prefix, kind, count);
            });
  }

  private static ProblemException usedUp(CompanyPrefix prefix, KeyKind kind, long count) {
    String rule =
        "is more than company prefix "
            + prefix
            + " has left: it has room for "
            + kind.capacity(prefix)
            + " keys of the kind "
            + kind.text()
            + "; register another prefix";
    return new ProblemException(
        ProblemType.CONFLICT,
        "count " + count + ": " + rule,
        List.of(new Violation("/count", Long.toString(count), rule)));
  }
}

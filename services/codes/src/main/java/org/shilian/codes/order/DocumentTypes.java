package org.shilian.codes.order;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.order.OrderKind;

/**
 * The document types of the operators: each gets one for each kind of order, when it first needs
 * it, and keeps it.
 */
@ApplicationScoped
class DocumentTypes {
  private static final String SETTING = "shilian.codes.platform-prefix";

  // by the unique (operator, kind)
  private static final String FIND =
      "SELECT gdti_type FROM codes.document_type WHERE operator = $1 AND kind = $2";

  // by the key; the row is locked until the number is given out, so none is given out twice
  private static final String NUMBER =
      """
      INSERT INTO codes.document_counter AS c (prefix, next) VALUES ($1, 1)
      ON CONFLICT (prefix) DO UPDATE SET next = c.next + 1 WHERE c.next < $2
      RETURNING c.next - 1 AS number
      """;

  private static final String ADD =
      """
      INSERT INTO codes.document_type (gdti_type, operator, kind, allocated_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (operator, kind) DO NOTHING
      """;

  private final Pool pool;
  private final Clock clock;
  private final @Nullable CompanyPrefix prefix;

  DocumentTypes(Pool pool, Clock clock, OrderCodesConfig config) {
    this.pool = pool;
    this.clock = clock;
    this.prefix = config.platformPrefix().map(DocumentTypes::prefix).orElse(null);
  }

  /** So that a wrong prefix ends the start, and not a request. */
  void atStart(@Observes StartupEvent event, OrderCodesConfig config) {
    var unused = config.platformPrefix().map(DocumentTypes::prefix);
  }

  private static CompanyPrefix prefix(String value) {
    try {
      return new CompanyPrefix(value);
    } catch (Gs1Exception e) {
      throw new IllegalStateException(SETTING + " " + value + ": " + e.rule(), e);
    }
  }

  /**
   * The document type of an operator for a kind of order. Fails with UNAVAILABLE if none is there
   * and no prefix is configured, with CONFLICT if the prefix has no number left.
   */
  Uni<Gdti> of(Uscc operator, OrderKind kind) {
    return find(pool, operator, kind)
        .onItem()
        .ifNull()
        .switchTo(() -> allocate(configured(), operator, kind));
  }

  private CompanyPrefix configured() {
    if (prefix == null) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "no company prefix for order codes is configured here (" + SETTING + ")");
    }
    return prefix;
  }

  /** One request of an operator comes first; another at the same time loses its number. */
  private Uni<Gdti> allocate(CompanyPrefix under, Uscc operator, OrderKind kind) {
    return pool.withTransaction(
        connection ->
            connection
                .preparedQuery(NUMBER)
                .execute(Tuple.of(under.value(), under.capacity()))
                .map(rows -> gdti(under, rows))
                .chain(
                    type ->
                        connection
                            .preparedQuery(ADD)
                            .execute(
                                Tuple.of(
                                    type.value(),
                                    operator.value(),
                                    kind.text(),
                                    clock.instant().atOffset(ZoneOffset.UTC))))
                .chain(() -> find(connection, operator, kind))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("a type that was added is there")));
  }

  private static Gdti gdti(CompanyPrefix under, RowSet<Row> rows) {
    for (Row row : rows) {
      return under.gdti(row.getLong("number"), null);
    }
    throw new ProblemException(
        ProblemType.CONFLICT,
        "company prefix " + under + " has no number for a document type left");
  }

  private static Uni<@Nullable Gdti> find(SqlClient client, Uscc operator, OrderKind kind) {
    return client
        .preparedQuery(FIND)
        .execute(Tuple.of(operator.value(), kind.text()))
        .map(
            rows -> {
              for (Row row : rows) {
                return new Gdti(row.getString("gdti_type"));
              }
              return null;
            });
  }
}

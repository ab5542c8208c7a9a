package org.shilian.codes.order;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.key.CompanyPrefixStore;
import org.shilian.codes.key.KeyCounters;
import org.shilian.codes.key.KeyKind;
import org.shilian.gs1.Gdti;
import org.shilian.gs1.Uscc;
import org.shilian.registry.order.OrderKind;

/**
 * The document types of the operators: each gets one for each kind of order, when it first needs
 * it, under the company prefix that its keys are made under, and keeps it.
 */
@ApplicationScoped
class DocumentTypes {
  // by the unique (operator, kind)
  private static final String FIND =
      "SELECT gdti_type FROM codes.document_type WHERE operator = $1 AND kind = $2";

  private static final String ADD =
      """
      INSERT INTO codes.document_type (gdti_type, operator, kind, allocated_at)
      VALUES ($1, $2, $3, $4)
      ON CONFLICT (operator, kind) DO NOTHING
      """;

  private final Pool pool;
  private final Clock clock;
  private final CompanyPrefixStore prefixes;
  private final KeyCounters counters;

  DocumentTypes(Pool pool, Clock clock, CompanyPrefixStore prefixes, KeyCounters counters) {
    this.pool = pool;
    this.clock = clock;
    this.prefixes = prefixes;
    this.counters = counters;
  }

  /**
   * The document type of an operator for a kind of order. Fails with CONFLICT if the prefix has no
   * number left.
   */
  Uni<Gdti> of(Uscc operator, OrderKind kind) {
    return find(pool, operator, kind)
        .onItem()
        .ifNull()
        .switchTo(() -> pool.withTransaction(transaction -> allocate(transaction, operator, kind)));
  }

  /** One request of an operator comes first; another at the same time loses its number. */
  private Uni<Gdti> allocate(SqlConnection transaction, Uscc operator, OrderKind kind) {
    return prefixes
        .under(transaction, operator)
        .chain(
            prefix ->
                counters
                    .take(transaction, prefix, KeyKind.GDTI, 1)
                    .map(number -> prefix.gdti(number, null)))
        .chain(
            type ->
                transaction
                    .preparedQuery(ADD)
                    .execute(
                        Tuple.of(
                            type.value(),
                            operator.value(),
                            kind.text(),
                            clock.instant().atOffset(ZoneOffset.UTC))))
        .chain(() -> find(transaction, operator, kind))
        .onItem()
        .ifNull()
        .failWith(() -> new IllegalStateException("a type that was added is there"));
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

package org.shilian.codes.key;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/** Company prefixes in the database: those of operators, and those the platform has used. */
@ApplicationScoped
public class CompanyPrefixStore {
  private static final Logger LOG = Logger.getLogger(CompanyPrefixStore.class);
  private static final String SETTING = "shilian.codes.platform-prefix";

  /** What GS1 keeps for examples. */
  private static final String EXAMPLES = "952";

  // by the primary key and the exclusion constraint, which both refuse without failing
  private static final String ADD =
      """
      INSERT INTO codes.company_prefix (prefix, operator, registered_by, registered_at)
      VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING
      """;

  // by the index of the exclusion constraint
  private static final String MEETING =
      """
      SELECT prefix, operator, registered_at FROM codes.company_prefix
      WHERE int8range(rpad(prefix, 12, '0')::bigint, rpad(prefix, 12, '9')::bigint, '[]')
         && int8range(rpad($1, 12, '0')::bigint, rpad($1, 12, '9')::bigint, '[]')
      ORDER BY prefix LIMIT 1
      """;

  // by company_prefix_operator
  private static final String OF_OPERATOR =
      """
      SELECT prefix, operator, registered_at FROM codes.company_prefix
      WHERE operator = $1 ORDER BY registered_at DESC, prefix DESC
      """;

  private static final String PLATFORM = "platform";

  private final Pool pool;
  private final Clock clock;
  private final CompanyPrefix platform;

  CompanyPrefixStore(Pool pool, Clock clock, KeyConfig config) {
    this.pool = pool;
    this.clock = clock;
    this.platform = platform(config.platformPrefix());
  }

  private static CompanyPrefix platform(String configured) {
    try {
      return new CompanyPrefix(configured);
    } catch (Gs1Exception e) {
      throw new IllegalStateException(SETTING + ": " + e.getMessage(), e);
    }
  }

  /** So that a wrong prefix ends the start, and not a request. */
  void atStart(@Observes StartupEvent event) {
    if (platform.value().startsWith(EXAMPLES)) {
      LOG.warnf(
          "%s is %s, which GS1 keeps for examples: SSCCs and GLNs under it are not unique in the"
              + " world; set the company prefix that GS1 gave the platform",
          SETTING, platform);
    }
  }

  /**
   * A prefix as it is registered.
   *
   * @param operator whose it is; null for the platform's
   * @param added whether it was not there before
   */
  record Registered(
      CompanyPrefix prefix, @Nullable Uscc operator, Instant registeredAt, boolean added) {}

  /**
   * Registers a prefix of an operator; the same again changes nothing. Fails with CONFLICT if it
   * and another prefix start alike.
   *
   * @param registeredBy id of the API key that asked for it
   */
  Uni<Registered> register(CompanyPrefix prefix, Uscc operator, String registeredBy) {
    if (meets(prefix, platform)) {
      return Uni.createFrom().failure(taken(prefix, platform));
    }
    return pool.withTransaction(transaction -> add(transaction, prefix, operator, registeredBy));
  }

  /** The prefixes of an operator, the one that new keys are made under first. */
  Uni<List<Registered>> of(Uscc operator) {
    return pool.preparedQuery(OF_OPERATOR)
        .execute(Tuple.of(operator.value()))
        .map(
            rows -> {
              List<Registered> found = new ArrayList<>();
              for (Row row : rows) {
                found.add(registered(row, false));
              }
              return found;
            });
  }

  /**
   * The prefix that new keys of an operator are made under: its own, the last that was registered,
   * else the platform's. Fails with CONFLICT if the platform's meets a prefix of an operator.
   */
  public Uni<CompanyPrefix> under(SqlConnection transaction, Uscc operator) {
    return transaction
        .preparedQuery(OF_OPERATOR)
        .execute(Tuple.of(operator.value()))
        .chain(
            rows -> {
              Registered own = first(rows, false);
              return own != null
                  ? Uni.createFrom().item(own.prefix())
                  : add(transaction, platform, null, PLATFORM).map(Registered::prefix);
            });
  }

  private Uni<Registered> add(
      SqlConnection transaction,
      CompanyPrefix prefix,
      @Nullable Uscc operator,
      String registeredBy) {
    OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    return transaction
        .preparedQuery(ADD)
        .execute(
            Tuple.of(prefix.value(), operator == null ? null : operator.value(), registeredBy, now))
        .chain(
            added ->
                transaction
                    .preparedQuery(MEETING)
                    .execute(Tuple.of(prefix.value()))
                    .map(rows -> first(rows, added.rowCount() == 1)))
        .map(
            there -> {
              if (there == null) {
                throw new IllegalStateException(
                    "prefix " + prefix + " was neither added nor taken");
              }
              if (!there.prefix().equals(prefix) || !Objects.equals(there.operator(), operator)) {
                throw taken(prefix, there.prefix());
              }
              return there;
            });
  }

  private static boolean meets(CompanyPrefix one, CompanyPrefix other) {
    return one.value().startsWith(other.value()) || other.value().startsWith(one.value());
  }

  private static ProblemException taken(CompanyPrefix prefix, CompanyPrefix other) {
    String rule =
        prefix.equals(other)
            ? "is registered for somebody else"
            : "overlaps with company prefix " + other + ": one starts with the other";
    return new ProblemException(
        ProblemType.CONFLICT,
        "company prefix " + prefix + ": " + rule,
        List.of(new Violation("/prefix", prefix.value(), rule)));
  }

  private static @Nullable Registered first(RowSet<Row> rows, boolean added) {
    for (Row row : rows) {
      return registered(row, added);
    }
    return null;
  }

  private static Registered registered(Row row, boolean added) {
    String operator = row.getString("operator");
    return new Registered(
        new CompanyPrefix(row.getString("prefix")),
        operator == null ? null : new Uscc(operator),
        row.getOffsetDateTime("registered_at").toInstant(),
        added);
  }
}

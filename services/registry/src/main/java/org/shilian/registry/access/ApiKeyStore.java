package org.shilian.registry.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.OperatorRole;
import org.shilian.registry.Transactions;
import org.shilian.registry.intake.PageRequest;

/** API keys in the database, and in front of it, for some seconds, in memory. */
@ApplicationScoped
class ApiKeyStore {
  private static final int CACHE_SIZE = 100_000;

  // by the unique key_hash
  private static final String FIND =
      """
      SELECT id, role, operator FROM registry.api_key
      WHERE key_hash = $1 AND revoked_at IS NULL
      """;

  // by the unique key_hash; an admin key that was revoked on purpose stays revoked
  private static final String MAKE_SURE_OF_ADMIN =
      """
      INSERT INTO registry.api_key (id, key_hash, role, label, created_at)
      VALUES ($1, $2, 'admin', 'shilian.access.admin-key-hash', $3)
      ON CONFLICT (key_hash) DO NOTHING
      """;

  private final Pool pool;
  private final Transactions transactions;
  private final Directory directory;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Cache<KeyHash, Optional<Caller>> callers;

  ApiKeyStore(
      Pool pool, Transactions transactions, Directory directory, Clock clock, AccessConfig config) {
    this.pool = pool;
    this.transactions = transactions;
    this.directory = directory;
    this.clock = clock;
    this.callers =
        Caffeine.newBuilder().maximumSize(CACHE_SIZE).expireAfterWrite(config.cacheFor()).build();
  }

  /** Whose key this is; empty when it is unknown or revoked. */
  Uni<Optional<Caller>> caller(String key) {
    KeyHash hash = KeyHash.of(key);
    Optional<Caller> known = callers.getIfPresent(hash);
    if (known != null) {
      return Uni.createFrom().item(known);
    }
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(Buffer.buffer(hash.bytes())))
        .map(ApiKeyStore::caller)
        .invoke(found -> callers.put(hash, found));
  }

  private static Optional<Caller> caller(RowSet<Row> rows) {
    for (Row row : rows) {
      String operator = row.getString("operator");
      return Optional.of(
          new Caller(
              row.getString("id"),
              Caller.Role.parse(row.getString("role")),
              operator == null ? null : new Uscc(operator)));
    }
    return Optional.empty();
  }

  /**
   * Makes a key; fails with INVALID_INPUT when its operator is not registered, or is an agency
   * where the key is not a regulator's, or the other way round.
   */
  Uni<ApiKeyView> create(ApiKeyForm.Checked form) {
    NewKey made = NewKey.draw(random);
    Caller caller = new Caller(made.id(), form.role(), form.operator());
    ApiKey key = new ApiKey(caller, KeyHash.of(made.secret()), form.label(), now());
    return requireRegistered(form.role(), form.operator())
        .chain(() -> transactions.run(session -> session.persist(key)))
        .map(ignored -> key.view(made.secret()));
  }

  private Uni<Void> requireRegistered(Caller.Role role, @Nullable Uscc operator) {
    if (operator == null) {
      return Uni.createFrom().voidItem();
    }
    return directory
        .operators(Set.of(operator))
        .invoke(
            found -> {
              OperatorCard card = found.get(operator);
              if (card == null) {
                throw refusal(operator, "is not registered");
              }
              boolean agency = card.role() == OperatorRole.REGULATOR;
              if (agency != (role == Caller.Role.REGULATOR)) {
                throw refusal(operator, agency ? "is a regulator" : "is a " + card.role().text());
              }
            })
        .replaceWithVoid();
  }

  private static ProblemException refusal(Uscc operator, String rule) {
    return ProblemException.invalid(List.of(new Violation("/operator", operator.value(), rule)));
  }

  /** Keys in the order of their ids, revoked ones included. */
  Uni<List<ApiKeyView>> list(PageRequest page) {
    return transactions
        .read(
            session ->
                session
                    .createSelectionQuery(
                        "from ApiKey k where k.id > :after order by k.id", ApiKey.class)
                    .setParameter("after", page.after())
                    .setMaxResults(page.limit())
                    .getResultList())
        .map(keys -> keys.stream().map(key -> key.view(null)).toList());
  }

  /** Revokes a key: here at once, elsewhere within the time it is cached. Fails with NOT_FOUND. */
  Uni<Void> revoke(String id) {
    if (!NewKey.isId(id)) {
      return Uni.createFrom().failure(unknown(id));
    }
    return transactions
        .run(
            session ->
                session
                    .find(ApiKey.class, id)
                    .onItem()
                    .ifNull()
                    .failWith(() -> unknown(id))
                    .invoke(key -> key.revoke(now())))
        .invoke(key -> callers.put(key.hash(), Optional.empty()))
        .replaceWithVoid();
  }

  /** Now, as precisely as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static ProblemException unknown(String id) {
    return new ProblemException(ProblemType.NOT_FOUND, "no key has the id " + id);
  }

  /** Makes sure that there is an admin key with this hash. */
  Uni<Void> makeSureOfAdmin(KeyHash hash) {
    return pool.preparedQuery(MAKE_SURE_OF_ADMIN)
        .execute(
            Tuple.of(
                NewKey.draw(random).id(),
                Buffer.buffer(hash.bytes()),
                now().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}

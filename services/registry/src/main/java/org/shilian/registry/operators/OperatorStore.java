package org.shilian.registry.operators;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Directory;
import org.shilian.registry.Transactions;
import org.shilian.registry.intake.Differences;
import org.shilian.registry.intake.Draft;
import org.shilian.registry.intake.Outcome;
import org.shilian.registry.intake.PageRequest;
import org.shilian.registry.intake.Refusal;
import org.shilian.registry.intake.Registration;

/** Operators in the database. */
@ApplicationScoped
class OperatorStore {
  private static final int BATCH = 200;

  private final Transactions transactions;
  private final Directory directory;

  OperatorStore(Transactions transactions, Directory directory) {
    this.transactions = transactions;
    this.directory = directory;
  }

  /**
   * Registers what is new among these, in one transaction.
   *
   * @param atomic whether nothing is registered as soon as one is refused; then this fails with a
   *     ProblemException
   */
  Uni<List<Outcome<Operator>>> register(List<Draft<Operator>> drafts, boolean atomic) {
    return transactions
        .run(session -> register(session, drafts, atomic))
        // somebody registered one of them meanwhile: now it is there to be compared with
        .onFailure(ConstraintViolationException.class)
        .retry()
        .atMost(2);
  }

  private static Uni<List<Outcome<Operator>>> register(
      Mutiny.Session session, List<Draft<Operator>> drafts, boolean atomic) {
    Set<String> usccs = new HashSet<>();
    for (Draft<Operator> draft : drafts) {
      if (draft.value() != null && draft.key() != null) {
        usccs.add(draft.key());
      }
    }
    return find(session, usccs)
        .chain(
            known -> {
              Registration<Operator> registration =
                  new Registration<>(known, Operator::differences);
              List<Outcome<Operator>> outcomes = registration.decide(drafts);
              if (atomic) {
                Outcome.requireNoneRefused(outcomes);
              }
              return session
                  .setBatchSize(BATCH)
                  .persistAll(registration.created().toArray())
                  .chain(session::flush)
                  .replaceWith(outcomes);
            });
  }

  private static Uni<Map<String, Operator>> find(Mutiny.Session session, Set<String> usccs) {
    if (usccs.isEmpty()) {
      return Uni.createFrom().item(new HashMap<>());
    }
    return session
        .createSelectionQuery(
            "from Operator o left join fetch o.licences where o.uscc in :usccs", Operator.class)
        .setParameter("usccs", usccs)
        .getResultList()
        .map(
            found -> {
              Map<String, Operator> byUscc = new HashMap<>();
              for (Operator operator : found) {
                byUscc.put(operator.uscc().value(), operator);
              }
              return byUscc;
            });
  }

  /** One operator; fails with NOT_FOUND. */
  Uni<Operator> get(Uscc uscc) {
    return transactions.read(session -> get(session, uscc));
  }

  private static Uni<Operator> get(Mutiny.Session session, Uscc uscc) {
    return find(session, Set.of(uscc.value()))
        .map(
            found -> {
              Operator operator = found.get(uscc.value());
              if (operator == null) {
                throw new ProblemException(
                    ProblemType.NOT_FOUND, "no operator is registered as " + uscc);
              }
              return operator;
            });
  }

  /** Changes what may be changed; fails with NOT_FOUND, or with CONFLICT for a fixed field. */
  Uni<Operator> change(Uscc uscc, Operator sent, Differences place) {
    return transactions
        .run(
            session ->
                get(session, uscc)
                    .invoke(
                        operator -> {
                          List<Violation> fixed = operator.fixedDifferences(place, sent).found();
                          if (!fixed.isEmpty()) {
                            throw new Refusal(ProblemType.CONFLICT, fixed).toException();
                          }
                          operator.change(sent.details());
                        }))
        .invoke(() -> directory.forget(uscc));
  }

  /** Operators in the order of their USCC. */
  Uni<List<Operator>> list(@Nullable String role, @Nullable String regionPrefix, PageRequest page) {
    return transactions.read(
        session ->
            session
                .createSelectionQuery(
                    """
                    select o.uscc from Operator o
                    where o.uscc > :after
                      and (:role is null or o.role = :role)
                      and (:region is null or o.region like :region)
                    order by o.uscc
                    """,
                    String.class)
                .setParameter("after", page.after())
                .setParameter("role", role)
                .setParameter("region", regionPrefix == null ? null : regionPrefix + "%")
                .setMaxResults(page.limit())
                .getResultList()
                .chain(
                    usccs ->
                        find(session, new HashSet<>(usccs))
                            .map(
                                found ->
                                    usccs.stream()
                                        .map(found::get)
                                        .filter(Objects::nonNull)
                                        .toList())));
  }
}

package org.shilian.codes.key;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.registry.Caller;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.intake.QueryChecks;

/** Decides for which operator a caller asks, and whether it may. */
@ApplicationScoped
public class KnownOperators {
  private final Directory directory;

  KnownOperators(Directory directory) {
    this.directory = directory;
  }

  /**
   * The operator that a caller issues for: its own, which it need not name; an admin names one.
   * Fails with INVALID_INPUT if none is named or it is not registered, FORBIDDEN if it is another
   * one's.
   *
   * @param field what the operator is called where it was named
   */
  public Uni<OperatorCard> writable(String field, @Nullable String named, Caller caller) {
    Uscc operator = named(field, named, caller);
    return caller.mayWriteFor(operator)
        ? require(field, operator)
        : Uni.createFrom().failure(foreign(field, operator));
  }

  /** The same for a caller that reads, which a regulator may of everybody. */
  public Uni<OperatorCard> readable(String field, @Nullable String named, Caller caller) {
    Uscc operator = named(field, named, caller);
    return mayRead(caller, operator)
        ? require(field, operator)
        : Uni.createFrom().failure(foreign(field, operator));
  }

  /** Whether a caller may read what was issued for an operator. */
  public static boolean mayRead(Caller caller, Uscc operator) {
    return caller.role() == Caller.Role.REGULATOR || caller.mayWriteFor(operator);
  }

  /**
   * Insists that a caller may.
   *
   * @throws ProblemException FORBIDDEN
   */
  public static void mustRead(Caller caller, Uscc operator) {
    if (!mayRead(caller, operator)) {
      caller.mustBe(operator);
    }
  }

  /** An operator; fails with INVALID_INPUT if it is not registered. */
  Uni<OperatorCard> require(String field, Uscc operator) {
    return directory
        .operators(Set.of(operator))
        .map(
            found -> {
              OperatorCard card = found.get(operator);
              if (card == null) {
                throw ProblemException.invalid(
                    List.of(new Violation(field, operator.value(), "is not registered")));
              }
              return card;
            });
  }

  private static Uscc named(String field, @Nullable String named, Caller caller) {
    if (named != null) {
      return QueryChecks.required(field, named, Uscc::new);
    }
    Uscc own = caller.operator();
    if (own == null || caller.role() != Caller.Role.ENTERPRISE) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  field, null, "is required: this API key does not speak for an operator")));
    }
    return own;
  }

  private static ProblemException foreign(String field, Uscc operator) {
    String rule = "is not the operator that this API key speaks for";
    return new ProblemException(
        ProblemType.FORBIDDEN,
        field + " " + operator + ": " + rule,
        List.of(new Violation(field, operator.value(), rule)));
  }
}

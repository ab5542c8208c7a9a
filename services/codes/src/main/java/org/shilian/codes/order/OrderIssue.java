package org.shilian.codes.order;

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
import org.shilian.registry.OperatorRole;
import org.shilian.registry.order.OrderKind;
import org.shilian.serial.ItemKey;
import org.shilian.serial.ItemKeys;

/** Issues rolls, to the operators whose trade they are for. */
@ApplicationScoped
class OrderIssue {
  private final Directory directory;
  private final DocumentTypes types;
  private final OrderRollStore rolls;
  private final ItemKeys keys;

  OrderIssue(Directory directory, DocumentTypes types, OrderRollStore rolls, ItemKeys keys) {
    this.directory = directory;
    this.types = types;
    this.rolls = rolls;
    this.keys = keys;
  }

  /**
   * Issues a roll. Fails with INVALID_INPUT if the operator is not registered or is none that such
   * codes are for; FORBIDDEN if it is another one than the caller's; CONFLICT if its numbers are
   * used up; UNAVAILABLE if no key or prefix is configured.
   */
  Uni<OrderRoll> issue(OrderForm.Checked wanted, Caller caller) {
    Uscc operator = wanted.operator();
    if (!caller.mayWriteFor(operator)) {
      String rule = "is not the operator this API key speaks for";
      throw new ProblemException(
          ProblemType.FORBIDDEN,
          "/operator " + operator + ": " + rule,
          List.of(new Violation("/operator", operator.value(), rule)));
    }
    ItemKey key = keys.current();
    if (key == null) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "no key for codes is configured here (shilian.codes.item-keys-file)");
    }
    return directory
        .operators(Set.of(operator))
        .invoke(found -> mustTrade(found.get(operator), wanted))
        .chain(() -> types.of(operator, wanted.kind()))
        .chain(
            type ->
                rolls
                    .issue(type, key.id(), wanted.count(), caller.keyId())
                    .onItem()
                    .ifNull()
                    .failWith(
                        () ->
                            new ProblemException(
                                ProblemType.CONFLICT,
                                "document type "
                                    + type
                                    + " has fewer than "
                                    + wanted.count()
                                    + " serials left under key "
                                    + key.id()
                                    + "; add another key")));
  }

  /** Only a kitchen seals meals, and an agency ships nothing. */
  private static void mustTrade(@Nullable OperatorCard card, OrderForm.Checked wanted) {
    String operator = wanted.operator().value();
    if (card == null) {
      throw refusal("/operator", operator, "is not registered");
    }
    if (wanted.kind() == OrderKind.SEALED_MEAL && card.role() != OperatorRole.CATERER) {
      throw refusal("/type", wanted.kind().text(), "is for caterers; " + operator + " is none");
    }
    if (card.role() == OperatorRole.REGULATOR) {
      throw refusal("/operator", operator, "is an agency, which ships nothing");
    }
  }

  private static ProblemException refusal(String field, String value, String rule) {
    return ProblemException.invalid(List.of(new Violation(field, value, rule)));
  }
}

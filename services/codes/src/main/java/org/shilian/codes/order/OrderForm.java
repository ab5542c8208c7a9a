package org.shilian.codes.order;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;
import org.shilian.registry.order.OrderKind;

/** What order codes are wanted. */
@Schema(
    name = "OrderForm",
    requiredProperties = {"type"})
record OrderForm(
    @Schema(
            enumeration = {"delivery", "sealed-meal"},
            examples = "sealed-meal",
            description =
                "delivery: for what is shipped to a buyer. sealed-meal: for the seals of takeaway"
                    + " meals")
        @Nullable String type,
    @Schema(
            examples = "500",
            minimum = "1",
            maximum = "100000",
            description = "How many, to be used one after the other; 1 if it is left out")
        @Nullable Long count,
    @Schema(
            examples = "91331122MA2E0C0035",
            description = "Whose they are; left out, the operator that the API key speaks for")
        @Nullable String operator) {

  /** How many codes a roll may have. */
  static final long MAX_COUNT = 100_000;

  /** The same after the checks. */
  record Checked(OrderKind kind, long count, Uscc operator) {}

  /**
   * Checks the form.
   *
   * @throws ProblemException INVALID_INPUT naming every broken rule
   */
  Checked check(Caller caller) {
    Checklist checks = new Checklist(new Place.InJson(""));
    OrderKind kind = checks.parsed("type", type(), OrderKind::parse);
    long wanted = count() == null ? 1 : count();
    if (wanted < 1 || wanted > MAX_COUNT) {
      checks.refuse("count", Long.toString(wanted), "is not from 1 to " + MAX_COUNT);
    }
    Uscc owner = caller.operator();
    if (owner == null || operator() != null) {
      owner = checks.parsed("operator", operator(), Uscc::new);
    }
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(Objects.requireNonNull(kind), wanted, Objects.requireNonNull(owner));
  }
}

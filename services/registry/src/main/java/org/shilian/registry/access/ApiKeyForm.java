package org.shilian.registry.access;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;

/** What kind of key a client wants. */
@Schema(name = "ApiKeyForm")
public record ApiKeyForm(
    @Schema(enumeration = {"enterprise", "regulator", "admin"}) @Nullable String role,
    @Schema(description = "The operator an enterprise key speaks for; of a regulator's, its agency")
        @Nullable String operator,
    @Nullable String label) {

  private static final int MAX_LABEL = 200;

  /** The same after the checks. */
  record Checked(Caller.Role role, @Nullable Uscc operator, String label) {}

  Checked check() {
    Checklist checks = new Checklist(new Place.InJson(""));
    Caller.Role wanted = checks.parsed("role", role(), Caller.Role::parse);
    Uscc speaksFor = checks.optional("operator", operator(), Uscc::new);
    String name = checks.text("label", label(), MAX_LABEL);
    if (wanted == Caller.Role.ENTERPRISE) {
      checks.require("operator", operator());
    } else if (wanted == Caller.Role.ADMIN && operator() != null) {
      checks.refuse("operator", operator(), "is not for admin keys");
    }
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(Objects.requireNonNull(wanted), speaksFor, Objects.requireNonNull(name));
  }
}

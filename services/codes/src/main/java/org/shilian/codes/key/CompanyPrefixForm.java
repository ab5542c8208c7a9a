package org.shilian.codes.key;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;

/** Whose keys start with which digits. */
@Schema(
    name = "CompanyPrefixForm",
    requiredProperties = {"operator", "prefix"})
record CompanyPrefixForm(
    @Schema(examples = "91331122MA2E0K0T09", description = "USCC of a registered operator")
        @Nullable String operator,
    @Schema(
            examples = "9521234",
            description =
                "The GS1 company prefix (厂商识别代码) that the operator was given, 4 to 12 digits")
        @Nullable String prefix) {

  /** The same after the checks. */
  record Checked(Uscc operator, CompanyPrefix prefix) {}

  Checked check() {
    Checklist checks = new Checklist(new Place.InJson(""));
    Uscc owner = checks.parsed("operator", operator(), Uscc::new);
    CompanyPrefix digits = checks.parsed("prefix", prefix(), CompanyPrefix::new);
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(Objects.requireNonNull(owner), Objects.requireNonNull(digits));
  }
}

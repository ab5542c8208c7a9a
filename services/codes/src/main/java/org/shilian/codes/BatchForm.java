package org.shilian.codes;

import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.problem.ProblemException;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;

/** Which batch's code is wanted. */
@Schema(
    name = "BatchForm",
    requiredProperties = {"gtin", "lot"})
record BatchForm(
    @Schema(examples = "09521234000013", description = "GTIN of 8, 12, 13 or 14 digits")
        @Nullable String gtin,
    @Schema(examples = "20261101-1", description = "Lot number of 0-9, A-Z and - only")
        @Nullable String lot,
    @Schema(
            examples = "2026-12-01",
            description =
                "The lot's last day, if the code shall say it so that a till can refuse it")
        @Nullable String expiry) {

  /** The same after the checks. */
  record Checked(Gtin gtin, Lot lot, @Nullable LocalDate expiry) {}

  /**
   * Checks the form.
   *
   * @throws ProblemException INVALID_INPUT naming every broken rule
   */
  Checked check() {
    Checklist checks = new Checklist(new Place.InJson(""));
    Gtin product = checks.parsed("gtin", gtin(), Gtin::parse);
    Lot batch = checks.parsed("lot", lot(), IssuableLot::parse);
    LocalDate last = checks.date("expiry", expiry());
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(Objects.requireNonNull(product), Objects.requireNonNull(batch), last);
  }
}

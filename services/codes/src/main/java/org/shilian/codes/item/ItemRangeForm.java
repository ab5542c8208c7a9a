package org.shilian.codes.item;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.IssuableLot;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.problem.ProblemException;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;

/** For which lot how many item codes are wanted. */
@Schema(
    name = "ItemRangeForm",
    requiredProperties = {"gtin", "lot", "count"})
record ItemRangeForm(
    @Schema(examples = "09521234000013", description = "GTIN of 8, 12, 13 or 14 digits")
        @Nullable String gtin,
    @Schema(
            examples = "20261101-1",
            description = "A lot of this product that was made, of 0-9, A-Z and - only")
        @Nullable String lot,
    @Schema(examples = "1000", minimum = "1", maximum = "10000000") @Nullable Long count) {

  /** How many codes a range may have. */
  static final long MAX_COUNT = 10_000_000;

  /** The same after the checks. */
  record Checked(Gtin gtin, Lot lot, long count) {}

  Checked check() {
    Checklist checks = new Checklist(new Place.InJson(""));
    Gtin product = checks.parsed("gtin", gtin(), Gtin::parse);
    Lot batch = checks.parsed("lot", lot(), IssuableLot::parse);
    checks.require("count", count());
    if (count() != null && (count() < 1 || count() > MAX_COUNT)) {
      checks.refuse("count", count().toString(), "is not from 1 to " + MAX_COUNT);
    }
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(
        Objects.requireNonNull(product),
        Objects.requireNonNull(batch),
        Objects.requireNonNull(count()));
  }
}

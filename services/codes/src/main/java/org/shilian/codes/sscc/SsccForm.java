package org.shilian.codes.sscc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.key.KeyKind;
import org.shilian.problem.ProblemException;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;

/** How many SSCCs are wanted. */
@Schema(
    name = "SsccForm",
    requiredProperties = {"count"})
record SsccForm(
    @Schema(examples = "24", minimum = "1", maximum = "1000000") @Nullable Long count,
    @Schema(
            examples = "0",
            minimum = "0",
            maximum = "9",
            description = "The first digit, as the issuer likes; default 0")
        @Nullable Integer extensionDigit,
    @Schema(
            examples = "91331122MA2E0K0T09",
            description = "For whom; an enterprise's key may leave it out")
        @Nullable String operator) {

  /** How many codes a range may have. */
  static final long MAX_COUNT = 1_000_000;

  /** The same after the checks, but for the operator. */
  record Checked(long count, int extension) {
    KeyKind kind() {
      return KeyKind.sscc(extension);
    }
  }

  Checked check() {
    Checklist checks = new Checklist(new Place.InJson(""));
    checks.require("count", count());
    long boxes = count() == null ? 0 : count();
    if (count() != null && (boxes < 1 || boxes > MAX_COUNT)) {
      checks.refuse("count", Long.toString(boxes), "is not from 1 to " + MAX_COUNT);
    }
    int extension = extensionDigit() == null ? 0 : extensionDigit();
    if (extension < 0 || extension > 9) {
      checks.refuse("extensionDigit", Integer.toString(extension), "is not one digit, 0 to 9");
    }
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(boxes, extension);
  }
}

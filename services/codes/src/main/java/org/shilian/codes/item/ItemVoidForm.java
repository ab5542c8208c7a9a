package org.shilian.codes.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Serial;
import org.shilian.problem.ProblemException;
import org.shilian.registry.intake.Checklist;
import org.shilian.registry.intake.Place;
import org.shilian.serial.SerialCheck;

/** Which codes of a range are voided, and why. */
@Schema(
    name = "ItemVoidForm",
    requiredProperties = {"reason"})
record ItemVoidForm(
    @Schema(examples = "roll lost at the packing line", maxLength = 200) @Nullable String reason,
    @Schema(
            description = "Single codes by their serials, at most 1000; left out, a stretch",
            examples = "[\"044G14HPJWCDBPFS\"]")
        @Nullable List<@Nullable String> serials,
    @Schema(
            minimum = "0",
            examples = "100",
            description = "How many codes of the range come before the stretch, default 0")
        @Nullable Long from,
    @Schema(
            minimum = "1",
            examples = "50",
            description = "How many codes the stretch has, default all that are left")
        @Nullable Long count) {
  static final int LONGEST_REASON = 200;
  private static final int MOST_SERIALS = 1000;

  /** Counters of a range that follow one another. */
  record Stretch(long first, long count) {}

  /** The same after the checks. */
  record Checked(String reason, List<Stretch> stretches) {}

  /**
   * Checks the form.
   *
   * @throws ProblemException INVALID_INPUT naming every broken rule
   */
  Checked check(ItemRange range, SerialCheck check) {
    Checklist checks = new Checklist(new Place.InJson(""));
    String why = checks.text("reason", reason(), LONGEST_REASON);
    List<Stretch> stretches =
        serials() == null
            ? List.of(stretch(range, checks))
            : singles(range, check, serials(), checks);
    if (!checks.violations().isEmpty()) {
      throw ProblemException.invalid(checks.violations());
    }
    return new Checked(Objects.requireNonNull(why), stretches);
  }

  private Stretch stretch(ItemRange range, Checklist checks) {
    long start = from() == null ? 0 : from();
    if (start < 0 || start >= range.count()) {
      checks.refuse("from", Long.toString(start), "is not from 0 to " + (range.count() - 1));
      return new Stretch(0, 0);
    }
    long left = range.count() - start;
    long length = count() == null ? left : count();
    if (length < 1 || length > left) {
      checks.refuse("count", Long.toString(length), "is not from 1 to " + left);
    }
    return new Stretch(range.first() + start, length);
  }

  private List<Stretch> singles(
      ItemRange range, SerialCheck check, List<@Nullable String> serials, Checklist checks) {
    if (from() != null || count() != null) {
      checks.refuse("serials", null, "does not go with from and count");
    }
    if (serials.isEmpty() || serials.size() > MOST_SERIALS) {
      checks.refuse("serials", serials.size() + " serials", "is not 1 to " + MOST_SERIALS);
      return List.of();
    }
    List<Stretch> stretches = new ArrayList<>();
    for (int i = 0; i < serials.size(); i++) {
      Serial serial = checks.parsed("serials/" + i, serials.get(i), Serial::new);
      if (serial != null) {
        Long counter = counter(range, check, serial);
        if (counter == null) {
          checks.refuse("serials/" + i, serial.value(), "is no code of this range");
        } else {
          stretches.add(new Stretch(counter, 1));
        }
      }
    }
    return stretches;
  }

  private static @Nullable Long counter(ItemRange range, SerialCheck check, Serial serial) {
    SerialCheck.Place place = check.place(range.gtin(), serial);
    if (place == null
        || !place.keyId().equals(range.keyId())
        || place.counter() < range.first()
        || place.counter() > range.last()
        || check.check(range.gtin(), range.lot(), serial) != SerialCheck.Verdict.GENUINE) {
      return null;
    }
    return place.counter();
  }
}

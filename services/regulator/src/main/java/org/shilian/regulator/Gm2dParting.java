package org.shilian.regulator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** By what products are told apart. */
enum Gm2dParting {
  OPERATOR,
  CATEGORY,
  /** The next level of GB/T 2260 below the region that is asked for. */
  REGION;

  /** How many digits the codes have: province, prefecture, county, township. */
  private static final List<Integer> LEVELS = List.of(2, 4, 6, 9);

  /**
   * Reads the query parameter.
   *
   * @throws ProblemException INVALID_INPUT
   */
  static @Nullable Gm2dParting parse(@Nullable String by) {
    if (by == null) {
      return null;
    }
    return Arrays.stream(values())
        .filter(parting -> parting.text().equals(by))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    List.of(
                        new Violation(
                            "by",
                            by,
                            "is not one of "
                                + Arrays.stream(values())
                                    .map(Gm2dParting::text)
                                    .collect(Collectors.joining(", "))))));
  }

  /** The word for it in JSON. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many digits of a region code tell the parts of this region apart; null is the country. */
  static int digitsBelow(@Nullable String region) {
    int length = region == null ? 0 : region.length();
    return LEVELS.stream().filter(level -> level > length).findFirst().orElse(9);
  }
}

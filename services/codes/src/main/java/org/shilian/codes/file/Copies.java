package org.shilian.codes.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** How often one label is printed. */
final class Copies {
  private static final int MAX = 10_000;

  private Copies() {}

  /**
   * Reads the query parameter {@code copies}; without it a page is filled, which is one label on a
   * roll.
   *
   * @throws ProblemException INVALID_INPUT
   */
  static int number(@Nullable String copies, LabelStock stock) {
    if (copies == null) {
      return stock.sheet().labelsOnPage();
    }
    if (copies.matches("[1-9][0-9]{0,4}") && Integer.parseInt(copies) <= MAX) {
      return Integer.parseInt(copies);
    }
    throw ProblemException.invalid(
        List.of(new Violation("copies", copies, "is not a number from 1 to " + MAX)));
  }
}

package org.shilian.codes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * The rule for the last day in a code: a till goes by it, so only the one on record may be said.
 */
final class LastDay {
  private LastDay() {}

  /**
   * Insists on the one on record.
   *
   * @param field where it was said
   * @param said the one that the code shall say; null if it shall say none
   * @param recorded the one on record; null if there is none
   * @throws ProblemException INVALID_INPUT if it is another
   */
  static void check(String field, @Nullable LocalDate said, @Nullable LocalDate recorded) {
    if (said != null && !said.equals(recorded)) {
      String rule =
          recorded == null
              ? "no last day of this lot is on record, so no code may say one"
              : "is not the last day of this lot that is on record, " + recorded;
      throw ProblemException.invalid(List.of(new Violation(field, said.toString(), rule)));
    }
  }
}

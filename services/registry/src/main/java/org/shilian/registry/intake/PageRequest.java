package org.shilian.registry.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * Which part of a list is asked for.
 *
 * @param after the key the page begins after; empty for the first page
 * @param limit how many at most
 */
public record PageRequest(String after, int limit) {
  private static final int DEFAULT = 100;
  private static final int MAX = 1000;

  /**
   * Reads the query parameters {@code after} and {@code limit}.
   *
   * @throws ProblemException INVALID_INPUT
   */
  public static PageRequest of(@Nullable String after, @Nullable String limit) {
    if (limit != null && !limit.matches("[1-9][0-9]{0,3}")) {
      throw badLimit(limit);
    }
    int count = limit == null ? DEFAULT : Integer.parseInt(limit);
    if (count > MAX) {
      throw badLimit(String.valueOf(count));
    }
    if (after != null && !after.matches("[0-9A-Za-z_-]{0,40}")) {
      throw ProblemException.invalid(
          List.of(new Violation("after", after, "is not the next of an earlier page")));
    }
    return new PageRequest(after == null ? "" : after, count);
  }

  private static ProblemException badLimit(String limit) {
    return ProblemException.invalid(
        List.of(new Violation("limit", limit, "is not between 1 and " + MAX)));
  }
}

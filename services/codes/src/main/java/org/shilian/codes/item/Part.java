package org.shilian.codes.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * The part of a range that is asked for.
 *
 * @param from how many codes of the range come before it
 * @param count how many there are
 */
public record Part(long from, long count) {

  /**
   * Reads the query parameters {@code from} and {@code count}; without them the part is the whole,
   * or what is left of it.
   *
   * @param size how many codes the range has
   * @throws ProblemException INVALID_INPUT naming the parameter
   */
  public static Part of(@Nullable String from, @Nullable String count, long size) {
    long first = from == null ? 0 : number("from", from, 0, size - 1);
    long left = size - first;
    return new Part(first, count == null ? left : number("count", count, 1, left));
  }

  private static long number(String name, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw ProblemException.invalid(
        List.of(new Violation(name, text, "is not a number from " + least + " to " + most)));
  }
}

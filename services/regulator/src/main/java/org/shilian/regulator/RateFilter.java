package org.shilian.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * Which lots a rate is over; null means all.
 *
 * @param from the first day of maturity
 * @param to the last day of maturity
 * @param region the beginning of the maker's region code
 * @param category the code of the product's category
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "RateFilter")
record RateFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String region,
    @Nullable String category) {

  /**
   * Reads the query parameters.
   *
   * @throws ProblemException INVALID_INPUT naming every parameter that breaks a rule
   */
  static RateFilter parse(
      @Nullable String from,
      @Nullable String to,
      @Nullable String region,
      @Nullable String category) {
    List<Violation> violations = new ArrayList<>();
    LocalDate first = date("from", from, violations);
    LocalDate last = date("to", to, violations);
    if (first != null && last != null && first.isAfter(last)) {
      violations.add(new Violation("to", to, "is before from, " + first));
    }
    region(region, violations);
    category(category, violations);
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return new RateFilter(first, last, region, category);
  }

  /** Notes what is wrong with the beginning of a region code. */
  static void region(@Nullable String region, List<Violation> violations) {
    match("region", region, "[0-9]{2,9}", "is not 2 to 9 digits of a region code", violations);
  }

  /** Notes what is wrong with a category code. */
  static void category(@Nullable String category, List<Violation> violations) {
    match(
        "category",
        category,
        "[0-9A-Z-]{1,40}",
        "is not a category code such as 0401 or AG-LEAF",
        violations);
  }

  private static @Nullable LocalDate date(
      String name, @Nullable String value, List<Violation> violations) {
    if (value == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(value);
      if (date.getYear() >= 1900 && date.getYear() <= 9999) {
        return date;
      }
      violations.add(new Violation(name, value, "is not between the years 1900 and 9999"));
    } catch (DateTimeException e) {
      violations.add(new Violation(name, value, "is not a date such as 2026-12-31"));
    }
    return null;
  }

  private static void match(
      String name,
      @Nullable String value,
      String pattern,
      String rule,
      List<Violation> violations) {
    if (value != null && !value.matches(pattern)) {
      violations.add(new Violation(name, value, rule));
    }
  }
}

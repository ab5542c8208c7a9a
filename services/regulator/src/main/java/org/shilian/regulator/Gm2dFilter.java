package org.shilian.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * Which products a rate is over; null means all.
 *
 * @param region the beginning of the brand owner's region code
 * @param category the code of the product's category
 * @param operator the brand owner's USCC
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Gm2dFilter")
record Gm2dFilter(@Nullable String region, @Nullable String category, @Nullable String operator) {

  /**
   * Reads the query parameters.
   *
   * @throws ProblemException INVALID_INPUT naming every parameter that breaks a rule
   */
  static Gm2dFilter parse(
      @Nullable String region, @Nullable String category, @Nullable String operator) {
    List<Violation> violations = new ArrayList<>();
    RateFilter.region(region, violations);
    RateFilter.category(category, violations);
    if (operator != null) {
      try {
        var unused = new Uscc(operator);
      } catch (Gs1Exception e) {
        violations.add(new Violation("operator", operator, e.rule()));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
    return new Gm2dFilter(region, category, operator);
  }
}

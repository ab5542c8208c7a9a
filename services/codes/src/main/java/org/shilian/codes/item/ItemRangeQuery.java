package org.shilian.codes.item;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;
import org.shilian.registry.Caller;
import org.shilian.registry.intake.QueryChecks;

/**
 * Which ranges are asked for.
 *
 * @param operator whose; null for everybody's
 * @param after the range that the page begins behind; null for the first page
 */
record ItemRangeQuery(
    @Nullable Uscc operator,
    @Nullable Gtin gtin,
    @Nullable Lot lot,
    @Nullable UUID after,
    int limit) {
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  /**
   * Reads the query parameters. An enterprise asks for its own.
   *
   * @throws org.shilian.problem.ProblemException INVALID_INPUT naming the parameter
   */
  static ItemRangeQuery of(
      Caller caller,
      @Nullable String operator,
      @Nullable String gtin,
      @Nullable String lot,
      @Nullable String cursor,
      @Nullable String limit) {
    Uscc wanted = QueryChecks.optional("operator", operator, Uscc::new);
    if (caller.role() == Caller.Role.ENTERPRISE) {
      if (wanted != null) {
        caller.mustBe(wanted);
      }
      wanted = caller.operator();
    }
    Integer most = QueryChecks.optional("limit", limit, ItemRangeQuery::limit);
    return new ItemRangeQuery(
        wanted,
        QueryChecks.optional("gtin", gtin, Gtin::parse),
        QueryChecks.optional("lot", lot, Lot::new),
        QueryChecks.optional("cursor", cursor, ItemRangeQuery::cursor),
        most == null ? DEFAULT_LIMIT : most);
  }

  private static int limit(String text) {
    if (text.matches("[1-9][0-9]{0,2}") && Integer.parseInt(text) <= MAX_LIMIT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("is not between 1 and " + MAX_LIMIT);
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not the next of an earlier page", e);
    }
  }
}

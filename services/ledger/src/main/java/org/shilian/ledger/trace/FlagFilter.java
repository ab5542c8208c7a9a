package org.shilian.ledger.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.Flag;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;
import org.shilian.ledger.trace.sight.Viewer;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/**
 * Which flags are asked for; null means all.
 *
 * @param regions beginnings of region codes, with all of which the operator's has to begin
 * @param from the first instant of the time that the event happened in
 * @param to the first instant after it
 */
record FlagFilter(
    @Nullable String kind,
    List<String> regions,
    @Nullable Uscc operator,
    @Nullable Gtin gtin,
    @Nullable Lot lot,
    @Nullable Instant from,
    @Nullable Instant to) {
  FlagFilter {
    regions = List.copyOf(regions);
  }

  /**
   * Reads the kind of a flag.
   *
   * @throws IllegalArgumentException naming the kinds there are
   */
  static String kind(String text) {
    List<String> kinds = Arrays.stream(Flag.Kind.values()).map(Flag.Kind::text).toList();
    if (!kinds.contains(text)) {
      throw new IllegalArgumentException("is not one of " + String.join(", ", kinds));
    }
    return text;
  }

  /**
   * Those of them that the viewer may see.
   *
   * @throws ProblemException FORBIDDEN if an enterprise asks for another's
   */
  FlagFilter within(Viewer viewer) {
    if (viewer instanceof Viewer.Agency agency) {
      List<String> both = new ArrayList<>(regions);
      both.add(agency.region());
      return new FlagFilter(kind, both, operator, gtin, lot, from, to);
    }
    if (viewer instanceof Viewer.Enterprise enterprise) {
      if (operator != null && !operator.equals(enterprise.operator())) {
        throw new ProblemException(
            ProblemType.FORBIDDEN, "this API key may not see the flags of operator " + operator);
      }
      return new FlagFilter(kind, regions, enterprise.operator(), gtin, lot, from, to);
    }
    return this;
  }
}

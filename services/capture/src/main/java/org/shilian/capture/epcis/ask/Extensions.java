package org.shilian.capture.epcis.ask;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.epcis.EpcisException;
import org.shilian.epcis.Namespaces;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * The prefixes of extension members that a client declares beside its document: {@code
 * prefix=URI,…}, as the OpenAPI description has it (style simple, exploded).
 */
final class Extensions {
  static final String HEADER = "GS1-Extensions";

  private Extensions() {}

  /**
   * The prefixes that are known to everybody, and those of the header.
   *
   * @throws ProblemException INVALID_INPUT if the header is not a list of prefixes
   */
  static Namespaces of(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return Namespaces.DEFAULT;
    }
    Map<String, String> prefixes = new LinkedHashMap<>();
    for (String part : header.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw refused(header, "must be a list of prefix=URI");
      }
      prefixes.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
    }
    try {
      return Namespaces.DEFAULT.with(prefixes);
    } catch (EpcisException e) {
      throw refused(header, e.value() + " " + e.rule());
    }
  }

  private static ProblemException refused(String header, String rule) {
    return ProblemException.invalid(List.of(new Violation(HEADER, header, rule)));
  }
}

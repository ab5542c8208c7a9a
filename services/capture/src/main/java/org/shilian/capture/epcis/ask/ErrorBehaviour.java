package org.shilian.capture.epcis.ask;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/** What becomes of a document's good events when others are refused. */
public enum ErrorBehaviour {
  /** Nothing is taken; what the standard has where a client says nothing. */
  ROLLBACK,
  /** The good ones are taken. */
  PROCEED;

  /** The header that asks for it. */
  public static final String HEADER = "GS1-Capture-Error-Behaviour";

  /** What the server says to offer both. */
  public static final String BOTH = "all";

  /**
   * Reads the header.
   *
   * @throws ProblemException INVALID_INPUT if it says something else
   */
  public static ErrorBehaviour of(@Nullable String header) {
    if (header == null) {
      return ROLLBACK;
    }
    for (ErrorBehaviour behaviour : values()) {
      if (behaviour.text().equals(header.strip())) {
        return behaviour;
      }
    }
    throw ProblemException.invalid(
        List.of(new Violation(HEADER, header, "must be rollback or proceed")));
  }

  /** As headers and capture jobs spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}

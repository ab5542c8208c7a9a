package org.shilian.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Ends a request with a problem. It carries no stack trace: it is an answer to the client, not a
 * fault of the server.
 */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Map<String, String> headers;

  /**
   * @param type the kind of problem, which decides the status
   * @param detail what went wrong, for the client's eyes: no class names, no secrets
   */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<Violation> violations) {
    this(Problem.of(type, detail, violations), Map.of());
  }

  private ProblemException(Problem problem, Map<String, String> headers) {
    super(problem.title() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
    this.headers = headers;
  }

  static ProblemException of(Problem problem) {
    return new ProblemException(problem, Map.of());
  }

  /** {@link ProblemType#INVALID_INPUT} with a detail made from the violations (at least one). */
  public static ProblemException invalid(List<Violation> violations) {
    Violation first = violations.get(0);
    String where = first.field().isEmpty() ? "the body" : first.field();
    String detail =
        where + (first.value() == null ? "" : " " + first.value()) + ": " + first.rule();
    if (violations.size() > 1) {
      detail += " (and " + (violations.size() - 1) + " more)";
    }
    return new ProblemException(ProblemType.INVALID_INPUT, detail, violations);
  }

  /** This problem answered with one more response header, for example {@code Retry-After}. */
  public ProblemException withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ProblemException(problem, more);
  }

  public Problem problem() {
    return problem;
  }

  public List<Violation> violations() {
    return problem.violations();
  }

  Map<String, String> headers() {
    return headers;
  }
}

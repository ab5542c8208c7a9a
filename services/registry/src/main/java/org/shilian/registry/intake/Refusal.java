package org.shilian.registry.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/** Why one object was not registered. */
public record Refusal(ProblemType type, List<Violation> violations) {
  public Refusal {
    if (violations.isEmpty()) {
      throw new IllegalArgumentException("a refusal names at least one violation");
    }
    violations = List.copyOf(violations);
  }

  /** The refusal as a problem within an answer. */
  public Problem problem() {
    return toException().problem();
  }

  /** The refusal as the answer. */
  public ProblemException toException() {
    if (type == ProblemType.INVALID_INPUT) {
      return ProblemException.invalid(violations);
    }
    Violation first = violations.get(0);
    return new ProblemException(type, first.field() + ": " + first.rule(), violations);
  }

  /** The refusal of a whole document, given those of its parts (at least one). */
  public static Refusal ofAll(List<Refusal> parts) {
    // what a client may not do comes before what it did badly, and that before what is taken
    List<ProblemType> order =
        List.of(ProblemType.FORBIDDEN, ProblemType.INVALID_INPUT, ProblemType.CONFLICT);
    List<Refusal> sorted = new ArrayList<>(parts);
    sorted.sort(Comparator.comparingInt(part -> order.indexOf(part.type())));
    List<Violation> violations = new ArrayList<>();
    for (Refusal part : sorted) {
      violations.addAll(part.violations());
    }
    return new Refusal(sorted.get(0).type(), violations);
  }
}

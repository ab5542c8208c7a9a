package org.shilian.registry.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;

/**
 * How one object of a document fared.
 *
 * @param value what is registered now; null exactly when it was refused
 */
public record Outcome<T>(
    Place place, @Nullable String key, Kind kind, @Nullable T value, @Nullable Refusal refusal) {

  /** What became of it. */
  public enum Kind {
    CREATED,
    /** The same was registered already, so a client may repeat itself. */
    UNCHANGED,
    REFUSED
  }

  static <T> Outcome<T> registered(Draft<T> draft, Kind kind, T value) {
    return new Outcome<>(draft.place(), draft.key(), kind, value, null);
  }

  static <T> Outcome<T> refused(Draft<T> draft, Refusal refusal) {
    return new Outcome<>(draft.place(), draft.key(), Kind.REFUSED, null, refusal);
  }

  /** Whether anything new was registered. */
  public static <T> boolean anyCreated(List<Outcome<T>> outcomes) {
    return outcomes.stream().anyMatch(outcome -> outcome.kind() == Kind.CREATED);
  }

  /**
   * Insists that nothing was refused.
   *
   * @throws ProblemException the refusals of all objects in one problem
   */
  public static <T> void requireNoneRefused(List<Outcome<T>> outcomes) {
    List<Refusal> refusals =
        outcomes.stream().map(Outcome::refusal).filter(Objects::nonNull).toList();
    if (!refusals.isEmpty()) {
      throw Refusal.ofAll(refusals).toException();
    }
  }
}

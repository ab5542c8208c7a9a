package org.shilian.registry.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.Problem;
import org.shilian.problem.ProblemException;

/** The answer to a CSV import: every line for itself. */
@Schema(description = "How every line of a CSV import fared")
public record ImportReport(int created, int unchanged, int refused, List<Line> lines) {

  /**
   * How one line fared.
   *
   * @param line counted from 1, the header included
   * @param key the USCC or GTIN, as far as it could be read
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ImportedLine")
  public record Line(
      int line,
      @Nullable String key,
      @Schema(enumeration = {"created", "unchanged", "refused"}) String outcome,
      @Nullable Problem problem) {}

  /**
   * The report of these outcomes, all of which are {@linkplain Place.OnLine on lines}.
   *
   * @throws ProblemException with the violations of all lines when all were refused
   */
  public static <T> ImportReport unlessAllRefused(List<Outcome<T>> outcomes) {
    if (!outcomes.isEmpty()
        && outcomes.stream().allMatch(outcome -> outcome.kind() == Outcome.Kind.REFUSED)) {
      Outcome.requireNoneRefused(outcomes);
    }
    return of(outcomes);
  }

  private static <T> ImportReport of(List<Outcome<T>> outcomes) {
    return new ImportReport(
        count(outcomes, Outcome.Kind.CREATED),
        count(outcomes, Outcome.Kind.UNCHANGED),
        count(outcomes, Outcome.Kind.REFUSED),
        outcomes.stream().map(ImportReport::line).toList());
  }

  private static <T> int count(List<Outcome<T>> outcomes, Outcome.Kind kind) {
    return (int) outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
  }

  private static <T> Line line(Outcome<T> outcome) {
    Refusal refusal = outcome.refusal();
    int line = outcome.place() instanceof Place.OnLine on ? on.line() : 0;
    return new Line(
        line,
        outcome.key(),
        outcome.kind().name().toLowerCase(Locale.ROOT),
        refusal == null ? null : refusal.problem());
  }
}

package org.shilian.codes.migrate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.Problem;
import org.shilian.registry.intake.Place;

/** How every article of a list fared; none is left out. */
@Schema(name = "MigrationReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record MigrationReport(
    int migrated,
    int unchanged,
    int refused,
    List<Line> lines,
    @Schema(description = "Paths of the labels of all migrated products of the operator")
        @Nullable Labels labels) {

  /** What became of an article. */
  enum Outcome {
    MIGRATED,
    /** It was migrated before, so a client may repeat itself. */
    UNCHANGED,
    REFUSED;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How one article fared.
   *
   * @param line of the CSV, counted from 1, the header included; null for JSON
   * @param index in the JSON array, counted from 0; null for CSV
   * @param given the GTIN as it came
   * @param code what it has now; null exactly when it was refused
   * @param problem which field, value and rule; null unless it was refused
   */
  @Schema(name = "MigrationReportLine")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      @Nullable Integer line,
      @Nullable Integer index,
      @Nullable String given,
      @Schema(enumeration = {"migrated", "unchanged", "refused"}) String outcome,
      @Nullable MigratedProductView code,
      @Nullable Problem problem) {

    static Line of(
        Place place,
        int index,
        @Nullable String given,
        Outcome outcome,
        @Nullable MigratedProductView code,
        @Nullable Problem problem) {
      Integer line = place instanceof Place.OnLine on ? Integer.valueOf(on.line()) : null;
      return new Line(line, line == null ? index : null, given, outcome.text(), code, problem);
    }
  }

  /** Where the labels are. */
  @Schema(name = "MigrationLabels")
  record Labels(String csv, String pdf, String zpl, String zip) {}

  static MigrationReport of(List<Line> lines, @Nullable Labels labels) {
    return new MigrationReport(
        count(lines, Outcome.MIGRATED),
        count(lines, Outcome.UNCHANGED),
        count(lines, Outcome.REFUSED),
        lines,
        labels);
  }

  private static int count(List<Line> lines, Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome().equals(outcome.text())).count();
  }
}

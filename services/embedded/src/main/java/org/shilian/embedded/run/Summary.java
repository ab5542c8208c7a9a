package org.shilian.embedded.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shilian.embedded.run.Report.RateRow;

/**
 * What is printed once everything is up.
 *
 * @param labels where a sheet of labels is; null when there is none
 */
record Summary(
    Options options,
    RunData data,
    Report report,
    List<RateRow> rates,
    List<String> traces,
    List<String> proofs,
    @Nullable Path labels) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("");
    String base = options.baseUri();
    page(lines, "A batch chained to the consumer", report.chainedBatch());
    page(lines, "A batch with a gap", report.gapBatch());
    if (labels != null) {
      lines.add(row("A sheet of labels to print", labels.toString()));
    }
    lines.add(row("The API (Swagger UI)", base + "/q/swagger-ui"));
    lines.add(row("The admin key", data.adminKey().toString()));
    if (!rates.isEmpty()) {
      lines.add("");
      lines.addAll(table(rates));
    }
    block(lines, traces);
    block(lines, proofs);
    lines.add("");
    lines.addAll(attempt());
    lines.add("");
    return lines;
  }

  private static void block(List<String> lines, List<String> block) {
    if (!block.isEmpty()) {
      lines.add("");
      block.forEach(line -> lines.add(line.isEmpty() ? "" : "  " + line));
    }
  }

  private void page(List<String> lines, String what, @Nullable String path) {
    if (path != null) {
      lines.add(row(what, path.startsWith("/") ? options.baseUri() + path : path));
    }
  }

  private static String row(String what, String where) {
    return String.format(Locale.ROOT, "  %-34s%s", what, where);
  }

  /** The rates, one a line. */
  static List<String> table(List<RateRow> rates) {
    int widest = rates.stream().mapToInt(rate -> Columns.of(rate.name())).max().orElse(0);
    return rates.stream()
        .map(
            rate ->
                "  "
                    + rate.name()
                    + " ".repeat(widest - Columns.of(rate.name()) + 2)
                    + percent(rate.fraction())
                    + String.format(
                        Locale.ROOT, "  %,9d of %,d", rate.numerator(), rate.denominator()))
        .toList();
  }

  private static String percent(@Nullable Double fraction) {
    return fraction == null ? "      –" : String.format(Locale.ROOT, "%6.1f%%", fraction * 100);
  }

  private List<String> attempt() {
    if (report.curl() != null) {
      List<String> lines = new ArrayList<>();
      if (report.operatorKey() != null) {
        lines.add(row("An API key to try", report.operatorKey()));
      }
      lines.add("  " + report.curl());
      return lines;
    }
    return List.of(
        "  curl -H \"Authorization: Bearer $(cat '"
            + data.adminKey()
            + "')\" '"
            + options.baseUri()
            + "/api/v1/operators'");
  }
}

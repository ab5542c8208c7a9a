package org.shilian.simulator;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.shilian.simulator.client.Tally;
import org.shilian.simulator.truth.Rate;

/** The tables at the end. */
final class Report {
  private static final int NAME_WIDTH = 38;

  private final PrintStream out;

  Report(PrintStream out) {
    this.out = out;
  }

  void print(RunResult result) {
    long millis = Math.max(1, result.took().toMillis());
    out.printf(
        Locale.ROOT,
        "%n%d events posted in %.1f s, %.0f per second%n",
        result.posted(),
        millis / 1000.0,
        result.posted() * 1000.0 / millis);
    if (result.notYet() > 0) {
      out.println(
          result.notYet() + " events of the last day are still to come and were not posted");
    }
    mishaps(result);
    verdicts(result);
    rates(result);
    flags(result);
    traces(result);
    List<String> differences = result.differences();
    if (differences.isEmpty()) {
      boolean all = result.basis() != RunResult.Basis.UNCLEAR;
      out.println(
          "\nThe server and the truth agree"
              + (all ? "." : ", as far as they can be compared: not in rates and flags."));
    } else {
      out.println(
          "\nThe server and the truth differ"
              + (differences.size() == 1 ? ":" : " in " + differences.size() + " figures:"));
      differences.forEach(difference -> out.println("  " + difference));
      if (!result.surprises().isEmpty()) {
        out.println("\nEvents with another verdict than was to be expected, the first few:");
        result.surprises().forEach(surprise -> out.println("  " + surprise));
      }
    }
  }

  private void mishaps(RunResult result) {
    out.println("\nWhat went wrong in the county");
    result.mishaps().forEach((mishap, count) -> out.printf("%8d  %s%n", count, mishap.text()));
  }

  private void verdicts(RunResult result) {
    Tally.Counts actual = result.actual();
    Tally.Counts expected = result.expected();
    out.printf("%n%-12s%10s%10s%n", "verdict", "server", "truth");
    out.printf("%-12s%10d%10d%n", "accepted", actual.accepted(), expected.accepted());
    out.printf("%-12s%10d%10d%n", "duplicate", actual.duplicate(), expected.duplicate());
    out.printf("%-12s%10d%10d%n", "refused", actual.refused(), expected.refused());
    if (actual.againDuplicates() > 0) {
      out.println(
          actual.againDuplicates()
              + " of the duplicates were accepted before an answer got lost on the way");
    }
  }

  private void rates(RunResult result) {
    out.println("\nChaining rates: " + result.basis().text());
    out.println(padded("") + "        server             truth  immature  void");
    for (Comparison comparison : result.findings().rates()) {
      Rate truth = comparison.truth();
      out.printf(
          "%s%14s%18s%10d%6d%s%n",
          padded(comparison.name()),
          text(comparison.server()),
          text(truth),
          truth.immature(),
          truth.voided(),
          comparison.equal() ? "" : "  <- " + comparison.server());
    }
  }

  private void flags(RunResult result) {
    out.println("\n" + padded("Flags") + "        server             truth");
    for (FlagComparison flag : result.findings().flags()) {
      out.printf(
          "%s%14d%18d%s%n",
          padded(flag.name()), flag.server(), flag.truth(), flag.equal() ? "" : "  <-");
    }
  }

  private void traces(RunResult result) {
    List<TraceComparison> traces = result.findings().traces();
    long holdings = traces.stream().mapToLong(trace -> trace.truth().holdings().size()).sum();
    long ends = traces.stream().mapToLong(trace -> trace.truth().ends().size()).sum();
    long equal = traces.stream().filter(TraceComparison::equal).count();
    out.printf(
        "%n%d traces with %d holdings and %d ends: %d as they ought to be%n",
        traces.size(), holdings, ends, equal);
  }

  private static String text(Rate rate) {
    String lots = rate.numerator() + "/" + rate.denominator();
    return rate.denominator() == 0
        ? lots + "    –  "
        : lots
            + String.format(Locale.ROOT, " %5.1f%%", 100.0 * rate.numerator() / rate.denominator());
  }

  /** Chinese characters take two columns. */
  private static String padded(String name) {
    int columns = name.codePoints().map(point -> point >= 0x2E80 ? 2 : 1).sum();
    return name + " ".repeat(Math.max(1, NAME_WIDTH - columns));
  }
}

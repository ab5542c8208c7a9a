package org.shilian.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shilian.faults.check.Audit;
import org.shilian.faults.scenario.Outcome;

/** The report, as a table in Markdown. */
final class Table {
  private Table() {}

  static List<String> of(List<Outcome> outcomes) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| scenario | faults | acknowledged | lost | doubled | state | recovery p50 / max | else"
            + " |");
    lines.add("|---|---|---:|---:|---:|---|---|---|");
    outcomes.forEach(outcome -> lines.add(line(outcome)));
    return lines;
  }

  private static String line(Outcome outcome) {
    Audit audit = outcome.audit();
    if (audit == null) {
      return "| " + outcome.scenario() + " | skipped: " + outcome.skipped() + " | | | | | | |";
    }
    return "| "
        + String.join(
            " | ",
            outcome.scenario(),
            outcome.struck().entrySet().stream()
                .map(fault -> fault.getValue() + " × " + fault.getKey())
                .collect(Collectors.joining(", ")),
            String.format(Locale.ROOT, "%,d", audit.acknowledged()),
            Integer.toString(audit.lost()),
            Integer.toString(audit.doubled()),
            audit.differences().isEmpty() ? "equal" : "NOT equal",
            recovery(outcome.recoveries()),
            String.join("; ", outcome.problems().isEmpty() ? outcome.notes() : outcome.problems()))
        + " |";
  }

  private static String recovery(List<Duration> recoveries) {
    if (recoveries.isEmpty()) {
      return "–";
    }
    List<Duration> sorted = recoveries.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.1f s / %.1f s",
        sorted.get((sorted.size() - 1) / 2).toMillis() / 1e3,
        sorted.get(sorted.size() - 1).toMillis() / 1e3);
  }
}

package org.shilian.simulator;

import java.util.ArrayList;
import java.util.List;

/** What the server says beside what is true. */
public record Findings(
    List<Comparison> rates, List<FlagComparison> flags, List<TraceComparison> traces) {

  public Findings {
    rates = List.copyOf(rates);
    flags = List.copyOf(flags);
    traces = List.copyOf(traces);
  }

  /** One sentence for each rate and flag that differs; they speak of all that the server holds. */
  List<String> figureDifferences() {
    List<String> differences = new ArrayList<>();
    for (Comparison rate : rates) {
      if (!rate.equal()) {
        differences.add(
            rate.name() + ": the server says " + rate.server() + ", the truth is " + rate.truth());
      }
    }
    for (FlagComparison flag : flags) {
      if (!flag.equal()) {
        differences.add(
            "flags "
                + flag.name()
                + ": the server says "
                + flag.server()
                + ", the truth is "
                + flag.truth());
      }
    }
    return differences;
  }

  /** One sentence for each trace that differs; they speak of this run's lots alone. */
  List<String> traceDifferences() {
    return traces.stream()
        .filter(trace -> !trace.equal())
        .map(TraceComparison::difference)
        .toList();
  }
}

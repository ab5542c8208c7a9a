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

  /** One sentence for each that differs. */
  List<String> differences() {
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
    traces.stream()
        .filter(trace -> !trace.equal())
        .forEach(trace -> differences.add(trace.difference()));
    return differences;
  }
}

package org.shilian.simulator;

import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.truth.Direction;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Trace;

/** Where a lot comes from or went, beside what is true. */
public record TraceComparison(LotKey lot, Direction direction, Trace server, Trace truth) {
  private static final int SHOWN = 4;

  public boolean equal() {
    return server.equals(truth);
  }

  /** In one sentence. */
  String difference() {
    return "trace "
        + direction.text()
        + " of "
        + lot.path()
        + ":"
        + only("the server alone has", List.copyOf(server.holdings()), truth.holdings())
        + only("it lacks", List.copyOf(truth.holdings()), server.holdings())
        + only("the server alone ends with", server.ends(), truth.ends())
        + only("it lacks the end", truth.ends(), server.ends());
  }

  private static String only(String what, List<?> these, Iterable<?> others) {
    List<Object> left = new ArrayList<>(these);
    others.forEach(left::remove);
    if (left.isEmpty()) {
      return "";
    }
    String more = left.size() > SHOWN ? " and " + (left.size() - SHOWN) + " more" : "";
    return " " + what + " " + left.subList(0, Math.min(SHOWN, left.size())) + more + ";";
  }
}

package org.shilian.faults.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.faults.check.Audit;

/**
 * What a scenario came to.
 *
 * @param struck how often each fault struck
 * @param recoveries from each strike until every client had a whole batch settled that it began to
 *     post after it
 * @param audit what was counted; null if the scenario was skipped
 * @param notes what else happened, as promised
 * @param problems whatever else is not as promised
 * @param skipped why it was skipped; null if it was not
 */
public record Outcome(
    String scenario,
    Map<String, Integer> struck,
    List<Duration> recoveries,
    @Nullable Audit audit,
    List<String> notes,
    List<String> problems,
    @Nullable String skipped) {

  /** Copies. */
  public Outcome {
    recoveries = List.copyOf(recoveries);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  static Outcome skipped(String scenario, String why) {
    return new Outcome(scenario, Map.of(), List.of(), null, List.of(), List.of(), why);
  }

  /** Whether everything was as promised; a skipped scenario does not speak against it. */
  public boolean isWell() {
    return problems.isEmpty()
        && (audit == null
            || (audit.lost() == 0 && audit.doubled() == 0 && audit.differences().isEmpty()));
  }
}

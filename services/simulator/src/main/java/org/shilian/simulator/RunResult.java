package org.shilian.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilian.simulator.client.Tally;
import org.shilian.simulator.filing.Mishap;

/**
 * What came of a run.
 *
 * @param basis what the rates were compared with
 * @param expected what the verdicts should have been
 * @param actual what they were
 * @param surprises the first few events with another verdict than expected
 * @param notYet events of the last day that were still to come, and so were not posted
 * @param took from the first event posted to the last final verdict
 */
public record RunResult(
    Basis basis,
    Tally.Counts expected,
    Tally.Counts actual,
    List<String> surprises,
    Findings findings,
    Map<Mishap, Long> mishaps,
    long notYet,
    Duration took,
    Story story) {

  /** What the server held when the run began. */
  public enum Basis {
    /** Nothing: its rates are this run's. */
    EMPTY("the server was empty before"),
    /** Other runs: what was there before is taken off. */
    MORE("the server held other data; compared is what this run added"),
    /** The same run: everything that counts has to be a duplicate. */
    REPLAYED("the server held this run before; its events are duplicates now"),
    /** The same run and others, or the day changed: nothing can be said about rates and flags. */
    UNCLEAR("the server held other data as well; rates and flags cannot be compared");

    private final String text;

    Basis(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /** One sentence for everything that is not as it should be; empty when all is well. */
  public List<String> differences() {
    List<String> differences = new ArrayList<>();
    boolean replayed = basis == Basis.REPLAYED || basis == Basis.UNCLEAR;
    if (replayed) {
      differ(
          differences,
          "accepted or duplicate events",
          actual.accepted() + actual.duplicate(),
          expected.accepted() + expected.duplicate());
    } else {
      long firstTime = actual.accepted() + actual.againDuplicates();
      differ(differences, "accepted events", firstTime, expected.accepted());
      long twice = actual.duplicate() - actual.againDuplicates();
      differ(differences, "duplicate events", twice, expected.duplicate());
    }
    differ(differences, "refused events", actual.refused(), expected.refused());
    differ(differences, "events without a verdict", actual.unanswered(), 0);
    if (basis != Basis.UNCLEAR) {
      differences.addAll(findings.figureDifferences());
    }
    differences.addAll(findings.traceDifferences());
    return differences;
  }

  private static void differ(List<String> into, String what, long is, long shouldBe) {
    if (is != shouldBe) {
      into.add(what + ": " + is + ", expected " + shouldBe);
    }
  }

  /** How many events were posted. */
  public long posted() {
    return actual.total();
  }
}

package org.shilian.simulator.client;

import java.util.ArrayList;
import java.util.List;
import org.shilian.simulator.filing.Expected;

/**
 * The verdicts, beside what they should have been. For several threads.
 *
 * <p>Which of two equal events the server takes is its business, so accepted and duplicate are
 * compared as sums; a refusal is compared event by event.
 */
public final class Tally {
  private static final int KEPT = 20;

  /**
   * Verdicts by kind.
   *
   * @param againDuplicates accepted before, as far as can be told, and called a duplicate when the
   *     request had to be sent again
   * @param unanswered without a final verdict
   */
  public record Counts(
      long accepted, long duplicate, long refused, long againDuplicates, long unanswered) {
    public long total() {
      return accepted + duplicate + refused + unanswered;
    }
  }

  private final List<String> surprises = new ArrayList<>();
  private long expectedAccepted;
  private long expectedDuplicate;
  private long expectedRefused;
  private long accepted;
  private long duplicate;
  private long refused;
  private long againDuplicates;
  private long unanswered;

  synchronized void add(Expected expected, String verdict, boolean again, String about) {
    switch (expected) {
      case ACCEPTED -> expectedAccepted++;
      case DUPLICATE -> expectedDuplicate++;
      case REFUSED -> expectedRefused++;
    }
    switch (verdict) {
      case "accepted" -> accepted++;
      case "duplicate" -> duplicate++;
      case "refused" -> refused++;
      default -> unanswered++;
    }
    if (again && expected == Expected.ACCEPTED && verdict.equals("duplicate")) {
      againDuplicates++;
    }
    boolean surprise = (expected == Expected.REFUSED) != verdict.equals("refused");
    if (surprise && surprises.size() < KEPT) {
      surprises.add(
          verdict
              + " instead of "
              + expected.name().toLowerCase(java.util.Locale.ROOT)
              + ": "
              + about);
    }
  }

  public synchronized Counts expected() {
    return new Counts(expectedAccepted, expectedDuplicate, expectedRefused, 0, 0);
  }

  public synchronized Counts actual() {
    return new Counts(accepted, duplicate, refused, againDuplicates, unanswered);
  }

  /** The first few events with a verdict that was not expected, with the server's reason. */
  public synchronized List<String> surprises() {
    return List.copyOf(surprises);
  }
}

package org.shilian.scan.story;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.shilian.scan.story.LotFacts.Origin;

/**
 * A lot's records as they are told on one day. Immutable; the same facts and day give the same
 * story.
 */
public final class LotStory {

  private static final Comparator<Leg> BY_TIME =
      comparing(Leg::first, nullsLast(naturalOrder()))
          .thenComparing(Leg::from)
          .thenComparing(Leg::to);

  private static final Comparator<Gap> BY_KIND_AND_TIME =
      comparing(Gap::kind)
          .thenComparing(Gap::on, nullsLast(naturalOrder()))
          .thenComparing(Gap::from);

  /** How many gaps are told before the rest is folded away. */
  private static final int FOREMOST = 4;

  private final LotFacts facts;
  private final LocalDate today;
  private final List<Leg> legs;
  private final List<Gap> gaps;

  private LotStory(LotFacts facts, LocalDate today) {
    this.facts = facts;
    this.today = today;
    this.legs = facts.legs().stream().sorted(BY_TIME).toList();
    this.gaps = facts.gaps().stream().sorted(BY_KIND_AND_TIME).toList();
  }

  /**
   * Tells the story of a lot.
   *
   * @param today the day in Asia/Shanghai on which it is told
   */
  public static LotStory of(LotFacts facts, LocalDate today) {
    return new LotStory(facts, today);
  }

  public LotFacts facts() {
    return facts;
  }

  /** The one thing that matters most. */
  public Status status() {
    if (facts.stop() != null) {
      return facts.stop() == LotFacts.Stop.RECALLED ? Status.RECALLED : Status.HELD;
    }
    return records();
  }

  /** What the records alone say, whether or not the lot is stopped. */
  public Status records() {
    if (facts.origin() == Origin.VOIDED) {
      return Status.VOIDED;
    }
    if (facts.origin() == Origin.UNKNOWN) {
      return Status.UNKNOWN;
    }
    if (facts.origin() == Origin.REPACKED) {
      return Status.REPACKED;
    }
    if (facts.chained()) {
      return Status.CHAINED;
    }
    LocalDate due = facts.maturesOn();
    return due != null && due.isAfter(today) ? Status.NOT_MATURED : Status.GAP;
  }

  /** Whether the food may be eaten as far as the platform knows: nothing in red is to be said. */
  public boolean calm() {
    return !expired()
        && switch (status()) {
          case CHAINED, GAP, NOT_MATURED, REPACKED -> true;
          case RECALLED, HELD, VOIDED, UNKNOWN -> false;
        };
  }

  /** Whether the last day of the lot's shelf life has passed. */
  public boolean expired() {
    LocalDate last = facts.expirationDate();
    return last != null && last.isBefore(today);
  }

  /**
   * Days of shelf life left, today's not counted: 0 on the last day.
   *
   * @throws IllegalStateException when the lot is expired or its last day is not known
   */
  public long daysLeft() {
    LocalDate last = facts.expirationDate();
    if (last == null || expired()) {
      throw new IllegalStateException("expiration date " + last + ": expected today or later");
    }
    return ChronoUnit.DAYS.between(today, last);
  }

  /** The legs in the order in which the food went them. */
  public List<Leg> legs() {
    return legs;
  }

  /** The gaps by kind, and within a kind by day. */
  public List<Gap> gaps() {
    return gaps;
  }

  /** The first gaps, as many as a phone shows at once. */
  public List<Gap> foremostGaps() {
    return gaps.subList(0, foremost());
  }

  /** The gaps after the foremost. */
  public List<Gap> furtherGaps() {
    return gaps.subList(foremost(), gaps.size());
  }

  /** One gap more than the foremost is not worth unfolding. */
  private int foremost() {
    return gaps.size() <= FOREMOST + 1 ? gaps.size() : FOREMOST;
  }

  /** All gaps, those that are not told one by one included. */
  public long gapCount() {
    return count(gaps);
  }

  /** All gaps after the foremost, those that are not told one by one included. */
  public long furtherGapCount() {
    return count(furtherGaps());
  }

  private static long count(List<Gap> gaps) {
    return gaps.stream().mapToLong(gap -> 1 + gap.alike()).sum();
  }
}

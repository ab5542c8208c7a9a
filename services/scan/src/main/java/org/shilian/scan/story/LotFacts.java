package org.shilian.scan.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger publishes of one lot, already grouped so that its size does not grow with the
 * number of hops.
 *
 * @param heardOf whether any record mentions the lot
 * @param making how the lot came on the chain
 * @param stop what keeps the lot from being sold just now; null when nothing does
 * @param stoppedOn since when, in Asia/Shanghai; null when nothing does
 * @param maker USCC of the operator that recorded making the lot; null when none has
 * @param maturesOn the day from which the lot is expected to have arrived; null when nobody can say
 */
public record LotFacts(
    boolean heardOf,
    Origin origin,
    Making making,
    @Nullable Stop stop,
    @Nullable LocalDate stoppedOn,
    @Nullable String maker,
    @Nullable LocalDate productionDate,
    @Nullable LocalDate expirationDate,
    boolean chained,
    @Nullable LocalDate maturesOn,
    List<Leg> legs,
    List<Gap> gaps,
    List<Ending> endings) {

  /** Whether the lot's making is on record. */
  public enum Origin {
    RECORDED("origin"),
    REPACKED("repacked"),
    VOIDED("void"),
    UNKNOWN("unknown");

    private final String text;

    Origin(String text) {
      this.text = text;
    }

    /** The word for it in the published views and in JSON. */
    public String text() {
      return text;
    }

    /**
     * The origin by the word of the published views.
     *
     * @throws IllegalArgumentException when there is no such word
     */
    public static Origin of(String state) {
      for (Origin origin : values()) {
        if (origin.text.equals(state)) {
          return origin;
        }
      }
      throw new IllegalArgumentException(
          "lot state " + state + ": expected origin, repacked, void or unknown");
    }
  }

  /** How a lot comes on the chain. */
  public enum Making {
    PRODUCED("PRODUCE"),
    BROUGHT_IN("FIRST_IN"),
    REPACKED("REPACK");

    private final String eventType;

    Making(String eventType) {
      this.eventType = eventType;
    }

    /**
     * The way by the type of the event that made the lot; produced when there is none.
     *
     * @throws IllegalArgumentException when no event of this type makes a lot
     */
    public static Making of(@Nullable String eventType) {
      if (eventType == null) {
        return PRODUCED;
      }
      for (Making making : values()) {
        if (making.eventType.equals(eventType)) {
          return making;
        }
      }
      throw new IllegalArgumentException("event type " + eventType + ": makes no lot");
    }
  }

  /** What keeps a lot from being sold. */
  public enum Stop {
    RECALLED,
    HELD
  }

  public LotFacts {
    legs = List.copyOf(legs);
    gaps = List.copyOf(gaps);
    endings = List.copyOf(endings);
  }

  /** The facts of a lot that no record mentions. */
  public static LotFacts unheardOf() {
    return new LotFacts(
        false,
        Origin.UNKNOWN,
        Making.PRODUCED,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        List.of(),
        List.of(),
        List.of());
  }
}

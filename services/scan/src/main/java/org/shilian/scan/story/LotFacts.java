package org.shilian.scan.story;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger publishes of one lot, already grouped so that its size does not grow with the
 * number of hops.
 *
 * @param heardOf whether any record mentions the lot
 * @param maker USCC of the operator that recorded making the lot; null when none has
 * @param maturesOn the day from which the lot is expected to have arrived; null when nobody can say
 */
public record LotFacts(
    boolean heardOf,
    Origin origin,
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
     * @throws IllegalArgumentException when the word is not {@code origin}, {@code void} or {@code
     *     unknown}
     */
    public static Origin of(String state) {
      for (Origin origin : values()) {
        if (origin.text.equals(state)) {
          return origin;
        }
      }
      throw new IllegalArgumentException(
          "lot state " + state + ": expected origin, void or unknown");
    }
  }

  public LotFacts {
    legs = List.copyOf(legs);
    gaps = List.copyOf(gaps);
    endings = List.copyOf(endings);
  }

  /** The facts of a lot that no record mentions. */
  public static LotFacts unheardOf() {
    return new LotFacts(
        false, Origin.UNKNOWN, null, null, null, false, null, List.of(), List.of(), List.of());
  }
}

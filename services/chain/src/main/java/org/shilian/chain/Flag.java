package org.shilian.chain;

import java.util.Comparator;
import org.shilian.chain.trade.LotKey;

/**
 * Something about a lot in a live event that a regulator should see. The event counts all the same.
 */
public record Flag(String eventId, LotKey lot, Kind kind) implements Comparable<Flag> {
  private static final Comparator<Flag> ORDER =
      Comparator.comparing(Flag::eventId).thenComparing(Flag::lot).thenComparing(Flag::kind);

  /** What can be wrong. */
  public enum Kind {
    /** Received after its last day. */
    EXPIRED_AT_RECEIPT("expired-at-receipt"),
    /** Shipped, sold or used while it was held. */
    HELD("held"),
    /** Shipped, sold or used while it was called back. */
    RECALLED("recalled"),
    /** More came out of a transformation than can have come of its inputs. */
    IMPOSSIBLE_YIELD("impossible-yield"),
    /** More of the lot left the operator than it ever had. */
    OVER_SHIPPED("over-shipped");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** As the database and the API spell it. */
    public String text() {
      return text;
    }
  }

  @Override
  public int compareTo(Flag other) {
    return ORDER.compare(this, other);
  }
}

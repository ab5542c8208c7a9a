package org.shilian.chain.reference;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.Flag;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LineageKey;
import org.shilian.chain.trade.LotKey;

/**
 * The whole state of the ledger, table by table. Quantities are millionths of the base unit.
 *
 * @param lots every lot that any event named
 * @param hops every hop that any event named, live or void
 * @param holdings every holding in which a quantity is not 0
 * @param lineage the links by transformation, those that a live event says
 * @param cube the rate counters, without cells that are all zero
 * @param flags what a regulator should see
 * @param liveEvents whether each accepted event counts, by eventID
 */
public record ReferenceState(
    SortedMap<LotKey, LotRow> lots,
    SortedMap<HopKey, HopRow> hops,
    SortedMap<HoldingKey, HoldingRow> holdings,
    SortedSet<LineageKey> lineage,
    SortedMap<CubeKey, CubeRow> cube,
    SortedSet<Flag> flags,
    SortedMap<String, Boolean> liveEvents) {

  /** Where a lot stands. */
  public enum LotState {
    /** A live PRODUCE or FIRST_IN brought it on the chain. */
    ORIGIN,
    /** It was packed anew from other lots, which are what counts. */
    REPACKED,
    /** Every event that made it is void. */
    VOID,
    /** Others named it; nobody has said that it made it. */
    UNKNOWN
  }

  /**
   * A lot: maker and dates are the smallest over the events that made it, which normally is one. A
   * day of maturity is there for what was produced or brought in, not for what was repacked.
   */
  public record LotRow(
      LotState state,
      @Nullable String maker,
      @Nullable LocalDate productionDate,
      @Nullable LocalDate expirationDate,
      @Nullable LocalDate maturesOn,
      boolean chained) {}

  /**
   * The two sides of a hop and whether they match.
   *
   * @param received what was received line by line
   * @param allReceived how many live receipts say that all of the order was received
   */
  public record HopRow(long shipped, long received, int allReceived, boolean matched) {

    /** What counts as received: the lines, or else, with a receipt of all, what was shipped. */
    static long effective(long shipped, long received, int allReceived) {
      return received > 0 ? received : allReceived > 0 ? shipped : 0;
    }
  }

  /**
   * The sums of a holding, and whether an unbroken path of links leads on to a terminal operator.
   */
  public record HoldingRow(
      long made,
      long received,
      long shipped,
      long sold,
      long used,
      long disposed,
      boolean arrives,
      boolean overShipped) {}

  /** A cell of the rate cube. */
  public record CubeKey(LocalDate maturesOn, String region, String category, String operator)
      implements Comparable<CubeKey> {
    @Override
    public int compareTo(CubeKey other) {
      int byDay = maturesOn.compareTo(other.maturesOn);
      int byRegion = byDay != 0 ? byDay : region.compareTo(other.region);
      int byCategory = byRegion != 0 ? byRegion : category.compareTo(other.category);
      return byCategory != 0 ? byCategory : operator.compareTo(other.operator);
    }
  }

  /** The counters of a cell: origin lots, those of them that are chained, and void lots. */
  public record CubeRow(long lots, long chained, long voidLots) {}
}

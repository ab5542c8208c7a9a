package org.shilian.chain.reference;

import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.HoldingKey;
import org.shilian.chain.HopKey;
import org.shilian.chain.LotKey;

/**
 * The whole state of the ledger, table by table. Quantities are millionths of the base unit.
 *
 * @param lots every lot that any event named
 * @param hops every hop that any event named, live or void
 * @param holdings every holding that any event named, live or void
 * @param cube the rate counters, without cells that are all zero
 * @param liveEvents whether each accepted event counts, by eventID
 */
public record ReferenceState(
    SortedMap<LotKey, LotRow> lots,
    SortedMap<HopKey, HopRow> hops,
    SortedMap<HoldingKey, HoldingRow> holdings,
    SortedMap<CubeKey, CubeRow> cube,
    SortedMap<String, Boolean> liveEvents) {

  /** Where a lot stands. */
  public enum LotState {
    /** A live PRODUCE brought it on the chain. */
    ORIGIN,
    /** Every PRODUCE of it is void. */
    VOID,
    /** Others named it; nobody has said that it made it. */
    UNKNOWN
  }

  /** A lot: maker and dates are the smallest over its PRODUCE events, which normally is one. */
  public record LotRow(
      LotState state,
      @Nullable String maker,
      @Nullable LocalDate productionDate,
      @Nullable LocalDate expirationDate,
      @Nullable LocalDate maturesOn,
      boolean chained) {}

  /** The two sides of a hop and whether they match. */
  public record HopRow(long shipped, long received, boolean matched) {}

  /**
   * The sums of a holding, and whether an unbroken path of links leads on to a terminal operator.
   */
  public record HoldingRow(
      long made, long received, long shipped, long sold, long used, boolean arrives) {}

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

package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The uploads that count, and the chaining rates that follow from them (rule {@code chaining-1}).
 * The order of the calls does not matter; each event is named by a number, so that it can be voided
 * before or after it is known. Quantities are millionths of the product's unit.
 *
 * <p>Memory: a lot's paper is kept until {@link #settle}; then only its count stays. Not for
 * several threads.
 */
public final class Truth {
  private record LotKey(String gtin, String lot) {}

  private record Cell(LocalDate maturesOn, String region, String category) {}

  private static final class Count {
    long standing;
    long chained;
    long voided;
  }

  private final Predicate<String> terminal;
  private final Set<Long> voids = new HashSet<>();
  private final Map<LotKey, LotPaper> open = new HashMap<>();
  private final Map<Cell, Count> settled = new HashMap<>();
  private LocalDate day = LocalDate.MIN;
  private @Nullable String chainedBatch;
  private int chainedScore;
  private @Nullable String gapBatch;
  private int gapScore;

  /**
   * Knows of no upload yet.
   *
   * @param terminal whether the operator with a USCC faces the consumer
   */
  public Truth(Predicate<String> terminal) {
    this.terminal = terminal;
  }

  /** The day whose uploads follow; it only matters for {@link #settle}. */
  public void day(LocalDate today) {
    day = today;
  }

  public void produced(long event, String gtin, String lot, Origin origin) {
    paper(gtin, lot).made(event, origin);
  }

  public void shipped(long event, String gtin, String lot, Hop hop, long quantity) {
    paper(gtin, lot).shipped(event, hop, quantity);
  }

  public void received(long event, String gtin, String lot, Hop hop, long quantity) {
    paper(gtin, lot).received(event, hop, quantity);
  }

  public void sold(long event, String gtin, String lot, String operator) {
    paper(gtin, lot).sold(event, operator);
  }

  public void voided(long event) {
    voids.add(event);
  }

  private LotPaper paper(String gtin, String lot) {
    LotPaper paper = open.computeIfAbsent(new LotKey(gtin, lot), key -> new LotPaper(day));
    paper.touch(day);
    return paper;
  }

  /** Counts the lots about which nothing was said since a day and lets go of their paper. */
  public void settle(LocalDate notTouchedSince) {
    Iterator<Map.Entry<LotKey, LotPaper>> lots = open.entrySet().iterator();
    while (lots.hasNext()) {
      Map.Entry<LotKey, LotPaper> lot = lots.next();
      if (lot.getValue().touched().isBefore(notTouchedSince)) {
        Finding finding = lot.getValue().find(voids::contains, terminal);
        if (finding != null) {
          count(settled, finding);
          remember(lot.getKey(), finding);
        }
        lots.remove();
      }
    }
  }

  /** How many lots' paper is in memory. */
  public int open() {
    return open.size();
  }

  /** The rate over every upload so far, for lots mature on the as-of day. */
  public Rate rate(Filter filter, LocalDate asOf) {
    return rate(cells(), filter, asOf);
  }

  /** A view for many rates at one moment: what comes later is not in it. */
  public View view(LocalDate asOf) {
    Map<Cell, Count> cells = cells();
    return filter -> rate(cells, filter, asOf);
  }

  /** The rates as they stood at one moment. */
  public interface View {
    Rate rate(Filter filter);
  }

  private Map<Cell, Count> cells() {
    Map<Cell, Count> cells = new HashMap<>();
    settled.forEach(
        (cell, count) -> {
          Count copy = cells.computeIfAbsent(cell, key -> new Count());
          copy.standing = count.standing;
          copy.chained = count.chained;
          copy.voided = count.voided;
        });
    open.forEach(
        (lot, paper) -> {
          Finding finding = paper.find(voids::contains, terminal);
          if (finding != null) {
            count(cells, finding);
            remember(lot, finding);
          }
        });
    return cells;
  }

  private static void count(Map<Cell, Count> cells, Finding finding) {
    Origin origin = finding.origin();
    Count count =
        cells.computeIfAbsent(
            new Cell(origin.maturesOn(), origin.region(), origin.category()), key -> new Count());
    if (finding.voided()) {
      count.voided++;
    } else {
      count.standing++;
      count.chained += finding.chained() ? 1 : 0;
    }
  }

  private static Rate rate(Map<Cell, Count> cells, Filter filter, LocalDate asOf) {
    Rate rate = Rate.NONE;
    for (Map.Entry<Cell, Count> entry : cells.entrySet()) {
      Cell cell = entry.getKey();
      Count count = entry.getValue();
      if (filter.takes(cell.maturesOn(), cell.region(), cell.category())) {
        boolean mature = !cell.maturesOn().isAfter(asOf);
        rate =
            rate.plus(
                mature
                    ? new Rate(count.chained, count.standing, 0, count.voided)
                    : new Rate(0, 0, count.standing, count.voided));
      }
    }
    return rate;
  }

  /** Of equally good stories the one with the greater name stays, whatever the order. */
  private void remember(LotKey lot, Finding finding) {
    String path = "/01/" + lot.gtin() + "/10/" + lot.lot();
    int chained = finding.chainedStory();
    if (chained > 0 && better(chained, path, chainedScore, chainedBatch)) {
      chainedScore = chained;
      chainedBatch = path;
    }
    int gap = finding.gapStory();
    if (gap > 0 && better(gap, path, gapScore, gapBatch)) {
      gapScore = gap;
      gapBatch = path;
    }
  }

  private static boolean better(int score, String path, int bestScore, @Nullable String best) {
    return score > bestScore || (score == bestScore && best != null && path.compareTo(best) > 0);
  }

  /**
   * The Digital Link path of a batch that came through several hands without a gap, as of the last
   * rate or settlement; null when there is none.
   */
  public @Nullable String chainedBatch() {
    return chainedBatch;
  }

  /** The same for a batch whose way breaks off at a forgotten receipt. */
  public @Nullable String gapBatch() {
    return gapBatch;
  }
}

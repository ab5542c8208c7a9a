package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The uploads that count, and what follows from them: the chaining rates and the flags (rule {@code
 * chaining-2}). The order of the calls does not matter; each event is named by a number, so that it
 * can be voided before or after it is known.
 *
 * <p>Memory: a lot's paper is kept until {@link #settle}; then only its count stays. Voids, holds
 * and receipts of whole orders are kept. Not for several threads.
 */
public final class Truth {
  private final Predicate<String> terminal;
  private final Standing standing = new Standing();
  private final Measures measures = new Measures(standing);
  private final Map<LotKey, LotPaper> open = new HashMap<>();
  private final RateCells settledRates = new RateCells();
  private final FlagCounts settledFlags = new FlagCounts();
  private final Stories stories = new Stories();
  private LocalDate day = LocalDate.MIN;

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

  /** An operator made lots, brought them in, or packed them anew, of others or of none. */
  public void made(Stamp stamp, List<Batch> batches, List<Portion> inputs) {
    boolean impossible = Yield.impossible(batches, inputs);
    Set<LotKey> inputLots = new HashSet<>();
    for (Portion input : inputs) {
      inputLots.add(input.lot());
      used(stamp, input);
    }
    for (Batch batch : batches) {
      LotKey lot = batch.portion().lot();
      boolean first = batch.equals(batches.get(0));
      paper(lot).made(new Making(stamp, batch, List.copyOf(inputLots), first && impossible));
      inputLots.forEach(input -> paper(input).madeInto(stamp, lot));
    }
  }

  public void shipped(Stamp stamp, Portion portion, Hop hop) {
    paper(portion.lot()).shipped(stamp, hop, portion.millionths());
  }

  public void received(Stamp stamp, Portion portion, Hop hop) {
    paper(portion.lot()).received(stamp, hop, portion.millionths());
  }

  /** The buyer received everything that was shipped under the order, as it was shipped. */
  public void receivedWhole(Stamp stamp, Hop hop) {
    standing.receivedWhole(stamp, hop);
  }

  public void sold(Stamp stamp, Portion portion) {
    left(stamp, portion, Outgoing.Way.SOLD);
  }

  public void used(Stamp stamp, Portion portion) {
    left(stamp, portion, Outgoing.Way.USED);
  }

  public void disposed(Stamp stamp, Portion portion) {
    left(stamp, portion, Outgoing.Way.DISPOSED);
  }

  private void left(Stamp stamp, Portion portion, Outgoing.Way way) {
    paper(portion.lot()).left(new Outgoing(stamp, way, portion.millionths()));
  }

  /** Lots must not move from now on. */
  public void held(Stamp stamp, List<LotKey> lots) {
    measures.taken(stamp, FlagKind.HELD, lots, false);
  }

  /** The hold that an event began is over. */
  public void released(Stamp stamp, long hold) {
    measures.ended(stamp, FlagKind.HELD, hold);
  }

  /**
   * Lots are called back.
   *
   * @param derived with everything that was made of them
   */
  public void recalled(Stamp stamp, List<LotKey> lots, boolean derived) {
    measures.taken(stamp, FlagKind.RECALLED, lots, derived);
  }

  /** The recall that an event began is over. */
  public void closed(Stamp stamp, long recall) {
    measures.ended(stamp, FlagKind.RECALLED, recall);
  }

  /** An operator takes an event back; it only counts if that is its own. */
  public void voided(Stamp stamp, long target) {
    standing.voided(stamp, target);
  }

  private LotPaper paper(LotKey lot) {
    LotPaper paper = open.computeIfAbsent(lot, key -> new LotPaper(key, day));
    paper.touch(day);
    return paper;
  }

  /**
   * Counts the lots about which nothing was said since a day, nor about any lot that was made of
   * them, and lets go of their paper.
   */
  public void settle(LocalDate notTouchedSince) {
    Map<LotKey, LotPaper> finished = finished(notTouchedSince);
    List<LotReading> readings =
        finished.values().stream().map(paper -> new LotReading(paper, standing)).toList();
    Arrivals arrivals = new Arrivals(readings, terminal);
    count(readings, arrivals, settledRates, settledFlags);
    finished.forEach(
        (lot, paper) -> {
          for (LotKey input : paper.inputs()) {
            LotPaper other = open.get(input);
            if (other != null && !finished.containsKey(input)) {
              other.settled(lot, operator -> arrivals.serves(new Holding(lot, operator)));
            }
          }
        });
    open.keySet().removeAll(finished.keySet());
  }

  private Map<LotKey, LotPaper> finished(LocalDate notTouchedSince) {
    Map<LotKey, LotPaper> finished = new HashMap<>();
    open.forEach(
        (lot, paper) -> {
          if (paper.touched().isBefore(notTouchedSince)) {
            finished.put(lot, paper);
          }
        });
    boolean fewer = true;
    while (fewer) {
      fewer =
          finished
              .values()
              .removeIf(
                  paper ->
                      paper.descendants().stream()
                          .anyMatch(made -> !finished.containsKey(made.lot())));
    }
    return finished;
  }

  private void count(
      Collection<LotReading> readings, Arrivals arrivals, RateCells rates, FlagCounts flags) {
    for (LotReading reading : readings) {
      Finding finding = Finding.of(reading, arrivals);
      if (finding != null) {
        rates.add(finding);
        stories.hear(reading.lot(), finding);
      }
      flags.add(reading, measures.on(reading.lot(), this::inputs));
    }
  }

  /** What counts of what a lot was made of. */
  private Set<LotKey> inputs(LotKey lot) {
    Set<LotKey> inputs = new HashSet<>();
    LotPaper paper = open.get(lot);
    if (paper != null) {
      for (Making making : paper.makings()) {
        if (standing.counts(making.stamp())) {
          inputs.addAll(making.inputs());
        }
      }
    }
    return inputs;
  }

  /** How many lots' paper is in memory. */
  public int open() {
    return open.size();
  }

  /** What follows from every upload so far; what comes later is not in it. */
  public View view(LocalDate asOf) {
    Map<LotKey, LotReading> readings = new HashMap<>();
    open.forEach((lot, paper) -> readings.put(lot, new LotReading(paper, standing)));
    RateCells rates = settledRates.copy();
    FlagCounts flags = settledFlags.copy();
    count(readings.values(), new Arrivals(readings.values(), terminal), rates, flags);
    Set<LotKey> forgetful = new HashSet<>();
    open.values().stream().filter(LotPaper::forgetful).forEach(paper -> forgetful.add(paper.lot()));
    return new View(asOf, rates, flags, new Tracer(readings, forgetful, terminal, asOf));
  }

  /**
   * The Digital Link path of a batch that came through several hands without a gap, as of the last
   * view or settlement; null when there is none.
   */
  public @Nullable String chainedBatch() {
    return path(stories.chained());
  }

  /** The same for a batch whose way breaks off at a forgotten receipt. */
  public @Nullable String gapBatch() {
    return path(stories.gap());
  }

  private static @Nullable String path(@Nullable LotKey lot) {
    return lot == null ? null : lot.path();
  }
}

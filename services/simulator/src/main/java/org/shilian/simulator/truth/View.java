package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What followed from the uploads at one moment. */
public final class View {
  private final LocalDate asOf;
  private final RateCells rates;
  private final FlagCounts flags;
  private final Tracer tracer;

  View(LocalDate asOf, RateCells rates, FlagCounts flags, Tracer tracer) {
    this.asOf = asOf;
    this.rates = rates;
    this.flags = flags;
    this.tracer = tracer;
  }

  /** The rate of the lots that are mature on the as-of day. */
  public Rate rate(Filter filter) {
    return rates.rate(filter, asOf);
  }

  /**
   * How many events are flagged, each for each lot.
   *
   * @param from first day of the events; null for no bound
   * @param to last day of the events, included; null for no bound
   */
  public long flags(FlagKind kind, @Nullable LocalDate from, @Nullable LocalDate to) {
    return flags.of(kind, from, to);
  }

  /** The lots whose paper is all there. */
  public SortedSet<LotKey> lots() {
    return tracer.lots();
  }

  /** Where a lot comes from or went; empty when that leads to lots whose paper is gone. */
  public Optional<Trace> trace(LotKey lot, Direction direction) {
    return tracer.trace(lot, direction);
  }
}

package org.shilian.simulator.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why each branch of a trail leads no further. */
final class TrailEnds {
  private final Trail trail;
  private final Predicate<String> terminal;
  private final LocalDate today;
  private final List<Trace.End> ends = new ArrayList<>();

  TrailEnds(Trail trail, Predicate<String> terminal, LocalDate today) {
    this.trail = trail;
    this.terminal = terminal;
    this.today = today;
    for (Holding holding : trail.seen()) {
      for (Step step : trail.into(holding)) {
        add(holding, ofDelivery(step));
      }
    }
    for (Holding holding : trail.walked()) {
      add(holding, trail.direction() == Direction.BACK ? back(holding) : forward(holding));
    }
  }

  private void add(Holding at, @Nullable String reason) {
    if (reason != null) {
      ends.add(new Trace.End(at, reason));
    }
  }

  List<Trace.End> all() {
    return ends;
  }

  private @Nullable String ofDelivery(Step step) {
    HopState state = step.state();
    Hop hop = step.hop();
    if (state == null || hop == null) {
      return null;
    }
    LotReading reading = trail.reading(step.from());
    return switch (state) {
      case MATCHED -> null;
      case NOTHING -> "voided";
      case TOO_MUCH -> "too-much-received";
      case NO_SHIPMENT ->
          hop.leavesPlatform()
              ? "off-chain"
              : reading.shipmentsTakenBack(hop) ? "voided" : "no-shipment";
      case NO_RECEIPT ->
          hop.leavesPlatform()
              ? "off-chain"
              : reading.receiptsTakenBack(hop) ? "voided" : "no-receipt";
    };
  }

  private @Nullable String back(Holding holding) {
    LotReading reading = trail.reading(holding);
    if (reading.sumsAt(holding.operator()).made > 0) {
      return trail.into(holding).stream().anyMatch(Step::isMaking) ? null : "origin-reached";
    }
    if (reading.saidToHaveMade(holding.operator())) {
      return "voided";
    }
    return trail.isLedTo(holding) ? null : outOfNothing(holding);
  }

  private @Nullable String forward(Holding holding) {
    LotReading reading = trail.reading(holding);
    Sums sums = reading.sumsAt(holding.operator());
    if (sums.made == 0) {
      if (reading.saidToHaveMade(holding.operator())) {
        return "voided";
      }
      if (!trail.isLedTo(holding) && sums.gone() > 0) {
        return outOfNothing(holding);
      }
    }
    boolean serves = terminal.test(holding.operator());
    if ((serves && sums.sold + sums.used > 0) || sums.soldByMaker()) {
      return "consumer-reached";
    }
    boolean goesOn = trail.outOf(holding).stream().anyMatch(Step::stands);
    if (goesOn || sums.came() == 0) {
      return null;
    }
    if (sums.gone() >= sums.came() && sums.disposed > 0 && sums.disposed == sums.gone()) {
      return "disposed";
    }
    if (serves && sums.made == 0) {
      return "terminal-reached";
    }
    Origin origin = reading.maturing();
    boolean mature = origin != null && !origin.maturesOn().isAfter(today);
    return mature ? "way-ends" : "not-matured";
  }

  /** Somebody passed on what nobody gave it. */
  private @Nullable String outOfNothing(Holding holding) {
    LotReading reading = trail.reading(holding);
    if (reading.sumsAt(holding.operator()).gone() == 0) {
      return null;
    }
    if (reading.anybodySaidToHaveMade()) {
      return "never-received";
    }
    boolean cooked = trail.outOf(holding).stream().anyMatch(Step::isMaking);
    return cooked ? "input-unknown" : "lot-unknown";
  }
}

package org.shilian.ledger.trace.end;

import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.facts.HoldingFacts;
import org.shilian.ledger.trace.facts.LinkEvents;
import org.shilian.ledger.trace.facts.LotFacts;
import org.shilian.ledger.trace.facts.Making;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Hop;

/** One end of a trace, and what its reason rests on. */
public sealed interface End {

  /** The holding that it belongs to; of a hop the buyer's. */
  HoldingId node();

  Reason reason();

  /** Which side of a hop, or what of a lot, was voided. */
  enum Side {
    SHIPMENT("shipment"),
    RECEIPT("receipt"),
    BOTH("both"),
    MAKING("making");

    private final String text;

    Side(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * A hop that is not matched.
   *
   * @param voided what of it was voided, for {@link Reason#VOIDED}
   */
  record AtHop(Hop hop, LinkEvents events, Reason reason, @Nullable Side voided) implements End {
    @Override
    public HoldingId node() {
      return hop.to();
    }
  }

  /**
   * A holding from which nothing leads on, or nothing that is followed.
   *
   * @param making who made it here, for {@link Reason#ORIGIN_REACHED}
   * @param more how many links lead on, for {@link Reason#DEPTH_REACHED}
   */
  record AtHolding(
      HoldingId node,
      Reason reason,
      HoldingFacts facts,
      LotFacts lot,
      @Nullable Making making,
      int more)
      implements End {}
}

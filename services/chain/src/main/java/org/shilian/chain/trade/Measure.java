package org.shilian.chain.trade;

import java.math.BigDecimal;
import java.util.List;

/** A trade event by which food is stopped, called back, or let go again. */
public sealed interface Measure extends TradeEvent {

  /** Lots must not be shipped or sold until they are released. */
  record Hold(Envelope envelope, List<LotKey> lots, String reason) implements Measure {

    /** Copies the lots; refuses a hold on nothing. */
    public Hold {
      lots = List.copyOf(lots);
      Rules.notEmpty("lots", lots);
      Rules.sentence("reason", reason);
    }

    @Override
    public Type type() {
      return Type.HOLD;
    }
  }

  /**
   * A hold has ended.
   *
   * @param ends the eventID of the HOLD, or of the INSPECT whose failure opened it
   */
  record Release(Envelope envelope, String ends, String reason) implements Measure {

    /** Refuses what cannot be an eventID, and a reason that says nothing. */
    public Release {
      Rules.reference("ends", ends);
      Rules.sentence("reason", reason);
    }

    @Override
    public Type type() {
      return Type.RELEASE;
    }

    @Override
    public List<LotKey> lots() {
      return List.of();
    }
  }

  /**
   * Lots are called back.
   *
   * @param level 1 to 3, 1 the gravest (食品召回管理办法 art. 13)
   * @param derived whether everything made of these lots is called back with them
   */
  record Recall(Envelope envelope, List<LotKey> lots, int level, boolean derived, String reason)
      implements Measure {

    /** Copies the lots; refuses a level there is not. */
    public Recall {
      lots = List.copyOf(lots);
      Rules.notEmpty("lots", lots);
      if (level < 1 || level > 3) {
        throw new TradeException("level", Integer.toString(level), "must be 1, 2 or 3");
      }
      Rules.sentence("reason", reason);
    }

    @Override
    public Type type() {
      return Type.RECALL;
    }
  }

  /**
   * A holder answers a recall.
   *
   * @param recall the eventID of the RECALL
   */
  record RecallAck(Envelope envelope, String recall, List<Count> counts) implements Measure {

    /** Copies the counts; refuses an answer that says nothing. */
    public RecallAck {
      Rules.reference("recall", recall);
      counts = List.copyOf(counts);
      Rules.notEmpty("lots", counts);
    }

    @Override
    public Type type() {
      return Type.RECALL_ACK;
    }

    @Override
    public List<LotKey> lots() {
      return counts.stream().map(Count::lot).toList();
    }
  }

  /**
   * What became of a recalled lot at a holder: how much is there, was sold, was destroyed; none
   * below 0.
   *
   * @param unit the unit of all three
   */
  record Count(LotKey lot, BigDecimal onHand, BigDecimal sold, BigDecimal destroyed, Unit unit) {

    /** Refuses what is below 0, or not a quantity of the unit. */
    public Count {
      refuseUnlessQuantity("onHand", onHand, unit);
      refuseUnlessQuantity("sold", sold, unit);
      refuseUnlessQuantity("destroyed", destroyed, unit);
    }

    private static void refuseUnlessQuantity(String field, BigDecimal value, Unit unit) {
      if (value.signum() < 0) {
        throw new TradeException(field, value.toString(), "must not be below 0");
      }
      try {
        var unused = value.signum() == 0 ? null : new Quantity(value, unit);
      } catch (TradeException e) {
        throw new TradeException(field, e.value(), e.rule());
      }
    }
  }

  /**
   * A recall has ended.
   *
   * @param ends the eventID of the RECALL
   */
  record Close(Envelope envelope, String ends, String summary) implements Measure {

    /** Refuses what cannot be an eventID, and a summary that says nothing. */
    public Close {
      Rules.reference("ends", ends);
      Rules.text("summary", summary, 2000);
    }

    @Override
    public Type type() {
      return Type.CLOSE;
    }

    @Override
    public List<LotKey> lots() {
      return List.of();
    }
  }
}

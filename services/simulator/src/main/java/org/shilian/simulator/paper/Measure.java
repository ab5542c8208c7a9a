package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.shilian.simulator.goods.Lot;

/** Food is stopped, called back, or let go again. */
public sealed interface Measure extends Detail {

  /** Lots must not move. */
  record Hold(List<Lot> lots, String reason) implements Measure {
    public Hold {
      lots = List.copyOf(lots);
    }

    @Override
    public String type() {
      return "HOLD";
    }

    @Override
    public void writeTo(ObjectNode json) {
      Texts.putLots(json, lots);
      json.put("reason", reason);
    }
  }

  /**
   * A hold is over.
   *
   * @param event the number of the HOLD or the failed INSPECT
   * @param eventId its eventID
   */
  record Release(long event, String eventId, String reason) implements Measure {
    @Override
    public String type() {
      return "RELEASE";
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("releases", eventId).put("reason", reason);
    }
  }

  /**
   * Lots are called back.
   *
   * @param level 1 to 3, 1 the gravest
   * @param derived with everything made of them
   */
  record Recall(List<Lot> lots, int level, boolean derived, String reason) implements Measure {
    public Recall {
      lots = List.copyOf(lots);
    }

    @Override
    public String type() {
      return "RECALL";
    }

    @Override
    public void writeTo(ObjectNode json) {
      Texts.putLots(json, lots);
      json.put("level", level);
      if (derived) {
        json.put("derived", true);
      }
      json.put("reason", reason);
    }
  }

  /** A holder answers a recall. */
  record RecallAck(String recall, List<Count> counts) implements Measure {
    public RecallAck {
      counts = List.copyOf(counts);
    }

    @Override
    public String type() {
      return "RECALL_ACK";
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("recall", recall);
      Texts.putAll(json, "lots", counts, Count::writeTo);
    }
  }

  /** What became of a recalled lot at a holder, in millionths of its unit. */
  record Count(Lot lot, long onHand, long sold, long destroyed) {
    void writeTo(ObjectNode json) {
      Texts.putLot(json, lot);
      json.put("onHand", amount(onHand)).put("sold", amount(sold));
      json.put("destroyed", amount(destroyed)).put("uom", lot.product().kind().unit());
    }

    private static BigDecimal amount(long millionths) {
      return Line.plain(BigDecimal.valueOf(millionths, 6));
    }
  }

  /**
   * A recall is over.
   *
   * @param event the number of the RECALL
   * @param eventId its eventID
   */
  record Close(long event, String eventId, String summary) implements Measure {
    @Override
    public String type() {
      return "CLOSE";
    }

    @Override
    public void writeTo(ObjectNode json) {
      json.put("closes", eventId).put("summary", summary);
    }
  }
}

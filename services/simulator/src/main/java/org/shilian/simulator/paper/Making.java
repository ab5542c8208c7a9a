package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.goods.Lot;

/**
 * A lot that came into being, with the dates on its label.
 *
 * @param produced null when the label does not say
 * @param expires null when the label does not say
 */
public record Making(Line line, @Nullable LocalDate produced, @Nullable LocalDate expires) {

  /** With both dates. */
  public static Making of(Lot lot, Line line) {
    return new Making(line, lot.produced(), lot.expires());
  }

  Making withLine(Line other) {
    return new Making(other, produced, expires);
  }

  void writeTo(ObjectNode json) {
    line.writeTo(json);
    if (produced != null) {
      json.put("productionDate", produced.toString());
    }
    if (expires != null) {
      json.put("expirationDate", expires.toString());
    }
  }
}

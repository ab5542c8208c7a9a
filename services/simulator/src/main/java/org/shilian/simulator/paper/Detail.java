package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What an event says beyond the fields that all have. */
public sealed interface Detail permits Movement, Evidence, Measure, Voiding {

  /** As the API writes it. */
  String type();

  void writeTo(ObjectNode json);

  /** The lines in which a clerk can get a GTIN, a unit or a quantity wrong; empty for many. */
  default List<Line> lines() {
    return List.of();
  }

  /** The same with as many other lines. */
  default Detail withLines(List<Line> others) {
    return this;
  }
}

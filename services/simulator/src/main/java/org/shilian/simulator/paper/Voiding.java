package org.shilian.simulator.paper;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An earlier event is declared in error.
 *
 * @param event the number of the event that it voids
 * @param correctedBy the eventIDs of those that say it right
 */
public record Voiding(long event, String eventId, String reason, List<String> correctedBy)
    implements Detail {

  public Voiding {
    correctedBy = List.copyOf(correctedBy);
  }

  @Override
  public String type() {
    return "VOID";
  }

  @Override
  public void writeTo(ObjectNode json) {
    json.put("voids", eventId);
    json.put("reason", reason);
    Texts.putIfThere(json, "correctedBy", correctedBy);
  }
}

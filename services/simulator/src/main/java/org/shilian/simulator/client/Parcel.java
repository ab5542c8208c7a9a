package org.shilian.simulator.client;

import java.util.List;
import org.shilian.simulator.filing.Filing;

/** Events that go in one request. */
public record Parcel(String key, List<Filing> filings) {
  public Parcel {
    filings = List.copyOf(filings);
    if (filings.isEmpty()) {
      throw new IllegalArgumentException("parcel: has no events");
    }
  }
}

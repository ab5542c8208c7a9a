package org.shilian.simulator.truth;

/** A lot, by what is printed on it. */
public record LotKey(String gtin, String lot) implements Comparable<LotKey> {

  /** Its GS1 Digital Link path. */
  public String path() {
    return "/01/" + gtin + "/10/" + lot;
  }

  @Override
  public int compareTo(LotKey other) {
    int byGtin = gtin.compareTo(other.gtin);
    return byGtin != 0 ? byGtin : lot.compareTo(other.lot);
  }
}

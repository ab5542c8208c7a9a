package org.shilian.faults.check;

import java.util.TreeMap;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.reference.Attributes;
import org.shilian.chain.reference.ReferenceState;
import org.shilian.chain.reference.ReferenceState.CubeKey;
import org.shilian.chain.reference.ReferenceState.CubeRow;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;

/** The register of the small county, in which not everything is that a spoilt record names. */
record Registered(SmallCounty county) implements Attributes {
  private static final String NOT = "not registered";

  @Override
  public boolean terminal(Uscc operator) {
    return county.terminal(operator);
  }

  @Override
  public String region(Uscc operator) {
    return county.operators().contains(operator) ? county.region(operator) : NOT;
  }

  @Override
  public String category(Gtin gtin) {
    return county.products().contains(gtin) ? county.category(gtin) : NOT;
  }

  /** The rate counts the lots of operators and products that are registered, and no others. */
  ReferenceState withRateOfRegistered(ReferenceState state) {
    TreeMap<CubeKey, CubeRow> cube = new TreeMap<>(state.cube());
    cube.keySet().removeIf(key -> key.region().equals(NOT) || key.category().equals(NOT));
    return new ReferenceState(
        state.lots(),
        state.hops(),
        state.holdings(),
        state.lineage(),
        cube,
        state.flags(),
        state.liveEvents());
  }
}

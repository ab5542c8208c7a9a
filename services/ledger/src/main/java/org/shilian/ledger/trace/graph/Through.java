package org.shilian.ledger.trace.graph;

/** Which links a walk goes on through; the others are in its graph, but end there. */
public enum Through {
  /** Whatever anybody recorded: for where food may have gone. */
  RECORDED {
    @Override
    boolean follows(Link link) {
      return link.alive();
    }
  },
  /** Only what counts for the chain: for what breaks it. */
  MATCHED {
    @Override
    boolean follows(Link link) {
      return link.matched();
    }
  };

  abstract boolean follows(Link link);
}

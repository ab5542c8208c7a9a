package org.shilian.ledger.trace;

import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.graph.Direction;
import org.shilian.ledger.trace.graph.Through;
import org.shilian.ledger.trace.start.Start;

/**
 * What is asked, and which part of the answer.
 *
 * @param depth over how many links at most
 * @param size how many holdings, or gaps, at most
 */
record TraceRequest(
    Direction direction,
    Through through,
    Start start,
    int depth,
    int size,
    @Nullable Cursor after) {

  /** The question without the part of the answer: what cursors are good for. */
  static String question(Direction direction, Through through, Start start, int depth) {
    return direction + " " + through + " " + depth + " " + start.parameters();
  }

  String question() {
    return question(direction, through, start, depth);
  }
}

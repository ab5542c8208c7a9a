package org.shilian.ledger.trace.words;

import org.jspecify.annotations.Nullable;
import org.shilian.ledger.trace.end.End;

/** One language's sentences. */
interface Wording {

  String atHop(End.AtHop end, String from, String to, Amount shipped, Amount received);

  String atHolding(End.AtHolding end, String here, @Nullable String unit, boolean withAmounts);
}

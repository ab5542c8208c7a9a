package org.shilian.chain.trade;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Uscc;

/** The other side of a delivery. Its {@link #key} is what the two sides of a hop are joined by. */
public sealed interface Party {

  /** Stable text by which the ledger knows this party. */
  String key();

  /** An operator 经营主体 known by its 统一社会信用代码. */
  record OnChain(Uscc uscc) implements Party {
    @Override
    public String key() {
      return uscc.value();
    }
  }

  /**
   * One who is not on the chain, known by the number of a licence, or else by its name. Such a
   * party posts nothing itself, so a hop to or from it is never matched.
   *
   * @param licence the licence number, 1 to 40 characters without white space; null if not known
   * @param name what it is called, at most 256 characters; part of its identity only without
   *     licence
   */
  record OffChain(@Nullable String licence, @Nullable String name) implements Party {
    private static final int LONGEST_LICENCE = 40;
    private static final int LONGEST_NAME = 256;

    /** Refuses one without licence and name, and values of another shape. */
    public OffChain {
      if (licence == null && name == null) {
        throw new TradeException("name", "", "is required without a licence");
      }
      if (licence != null
          && (licence.isEmpty()
              || licence.length() > LONGEST_LICENCE
              || licence.chars().anyMatch(c -> c <= ' '))) {
        throw new TradeException(
            "licence", licence, "must be 1 to 40 characters without white space");
      }
      Rules.whole("licence", licence);
      Rules.whole("name", name);
      if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
        throw new TradeException("name", name, "must be 1 to 256 characters");
      }
    }

    @Override
    public String key() {
      return licence != null ? "licence:" + licence : "name:" + name;
    }
  }
}

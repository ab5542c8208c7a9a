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
   * One who is not on the chain, known by the number of a licence and the name it trades under.
   * Such a party posts nothing itself, so a hop to or from it is never matched.
   *
   * @param licence the licence number, 1 to 40 characters without white space
   * @param name what it is called, at most 100 characters; not part of its identity
   */
  record OffChain(String licence, @Nullable String name) implements Party {
    private static final String PREFIX = "licence:";

    /** Refuses an empty, long or spaced licence number. */
    public OffChain {
      if (licence.isEmpty() || licence.length() > 40 || licence.chars().anyMatch(c -> c <= ' ')) {
        throw new TradeException(
            "licence", licence, "must be 1 to 40 characters without white space");
      }
      if (name != null && name.length() > 100) {
        throw new TradeException("name", name, "must be at most 100 characters");
      }
    }

    @Override
    public String key() {
      return PREFIX + licence;
    }
  }
}

package org.shilian.codes.item;

import java.time.Instant;
import java.util.UUID;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Uscc;

/**
 * A range of item codes that was issued.
 *
 * @param keyId the key that its serials are made under
 * @param first the counter of its first serial
 * @param count how many serials there are
 * @param operator the brand owner, who may have the codes
 */
record ItemRange(
    UUID id,
    Gtin gtin,
    Lot lot,
    String keyId,
    long first,
    long count,
    Uscc operator,
    Instant issuedAt) {

  /** What its codes are of. */
  LotKey batch() {
    return new LotKey(gtin, lot);
  }

  long last() {
    return first + count - 1;
  }
}

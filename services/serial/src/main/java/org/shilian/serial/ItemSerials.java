package org.shilian.serial;

import java.nio.charset.StandardCharsets;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/**
 * The serials of one lot under one key: of each counter one, always the same. Two counters never
 * have the same serial, nor have counters of two keys. Used by one thread at a time.
 *
 * <p>A serial has {@value #LENGTH} characters of Crockford's base 32: one is the key's id, 7 are
 * the permuted counter, 8 are the seal, the first 40 bits of HMAC-SHA-256 over GTIN, counter, key
 * id and lot.
 */
public final class ItemSerials {
  /** How many characters a serial has. */
  public static final int LENGTH = 16;

  /** Counters are below this number. */
  public static final long COUNTERS = CounterPermutation.SIZE;

  static final int COUNTER_AT = 1;
  static final int SEAL_AT = 8;
  private static final int SEAL_BITS = 40;

  private final CounterPermutation permutation;
  private final KeyedHash seal;
  private final char keyId;

  /** What the seal is over, with room for the counter. */
  private final byte[] sealed;

  private final int counterAt;

  /** The serials of this lot under this key. */
  public ItemSerials(ItemKey key, Gtin gtin, Lot lot) {
    permutation = new CounterPermutation(key.permutationKey(), gtin);
    seal = new KeyedHash(key.sealKey());
    keyId = key.character();
    // only the lot varies in length, so it comes last
    byte[] product = gtin.value().getBytes(StandardCharsets.US_ASCII);
    byte[] batch = lot.value().getBytes(StandardCharsets.UTF_8);
    counterAt = product.length;
    sealed = new byte[counterAt + Long.BYTES + 1 + batch.length];
    System.arraycopy(product, 0, sealed, 0, product.length);
    sealed[counterAt + Long.BYTES] = (byte) keyId;
    System.arraycopy(batch, 0, sealed, counterAt + Long.BYTES + 1, batch.length);
  }

  /**
   * The serial of a counter.
   *
   * @throws IllegalArgumentException if it is not from 0 to below {@link #COUNTERS}
   */
  public String serial(long counter) {
    if (counter < 0 || counter >= COUNTERS) {
      throw new IllegalArgumentException(
          "item counter " + counter + ": is not from 0 to " + (COUNTERS - 1));
    }
    char[] serial = new char[LENGTH];
    serial[0] = keyId;
    Crockford.write(permutation.permute(counter), SEAL_AT - COUNTER_AT, serial, COUNTER_AT);
    Bytes.write(counter, sealed, counterAt);
    Crockford.write(
        seal.head(sealed) >>> (Long.SIZE - SEAL_BITS), LENGTH - SEAL_AT, serial, SEAL_AT);
    return new String(serial);
  }
}

package org.shilian.serial;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Gdti;

/**
 * The serials of order codes: for each counter of a document type one, always the same. Two
 * counters never have the same serial, nor have counters of two keys. Used by one thread at a time.
 *
 * <p>A serial has {@value #LENGTH} characters of Crockford's base 32, all that a GDTI has room for:
 * one is the key's id, 7 are the permuted counter, 9 are the seal, the first 45 bits of
 * HMAC-SHA-256 over the document type's 13 digits, the counter and the key's id.
 */
public final class OrderSerials {
  /** How many characters a serial has. */
  public static final int LENGTH = 17;

  /** Counters are below this number. */
  public static final long COUNTERS = CounterPermutation.SIZE;

  private static final int COUNTER_AT = 1;
  private static final int SEAL_AT = 8;
  private static final int SEAL_BITS = 45;

  private final CounterPermutation permutation;
  private final KeyedHash seal;
  private final char keyId;

  /** What the seal is over, with room for the counter. */
  private final byte[] sealed;

  private final int counterAt;

  /**
   * The serials of this kind of document under this key.
   *
   * @param type its 13 digits
   */
  public OrderSerials(ItemKey key, String type) {
    permutation = new CounterPermutation(key.orderPermutationKey(), type);
    seal = new KeyedHash(key.orderSealKey());
    keyId = key.character();
    byte[] head = type.getBytes(StandardCharsets.US_ASCII);
    counterAt = head.length;
    sealed = new byte[counterAt + Long.BYTES + 1];
    System.arraycopy(head, 0, sealed, 0, counterAt);
    sealed[counterAt + Long.BYTES] = (byte) keyId;
  }

  /**
   * Where a code's serial stands, if it was made under one of these keys; null if it was not,
   * whatever it is instead.
   */
  public static SerialCheck.@Nullable Place place(ItemKeys keys, Gdti code) {
    String serial = code.serial();
    if (serial == null
        || serial.length() != LENGTH
        || !serial.chars().allMatch(c -> Crockford.isCharacter((char) c))) {
      return null;
    }
    ItemKey key = keys.get(serial.substring(0, COUNTER_AT));
    if (key == null) {
      return null;
    }
    OrderSerials serials = new OrderSerials(key, code.type());
    long counter = serials.permutation.inverse(Crockford.read(serial, COUNTER_AT, SEAL_AT));
    boolean same =
        MessageDigest.isEqual(
            serials.serial(counter).getBytes(StandardCharsets.US_ASCII),
            serial.getBytes(StandardCharsets.US_ASCII));
    return same ? new SerialCheck.Place(key.id(), counter) : null;
  }

  /**
   * The serial of a counter.
   *
   * @throws IllegalArgumentException if it is not from 0 to below {@link #COUNTERS}
   */
  public String serial(long counter) {
    if (counter < 0 || counter >= COUNTERS) {
      throw new IllegalArgumentException(
          "order counter " + counter + ": is not from 0 to " + (COUNTERS - 1));
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

package org.shilian.serial;

import java.nio.charset.StandardCharsets;
import org.shilian.gs1.Gtin;

/**
 * A permutation of the numbers below {@value #SIZE}, another for every key and kind of thing: an
 * alternating Feistel network over 17 and 18 bits, so every output is a number of the same width
 * and none has to be drawn again. Used by one thread at a time.
 */
final class CounterPermutation {
  static final int BITS = 35;
  static final long SIZE = 1L << BITS;

  private static final int ROUNDS = 6;
  private static final int LOW_BITS = 18;
  private static final long LOW = (1L << LOW_BITS) - 1;
  private static final long HIGH = (1L << (BITS - LOW_BITS)) - 1;

  private final KeyedHash hash;

  /** What is counted, and behind it the round and the half that does not change in it. */
  private final byte[] input;

  private final int end;

  CounterPermutation(byte[] key, Gtin gtin) {
    this(key, gtin.value());
  }

  /**
   * The permutation of what is counted for some key.
   *
   * @param counted in ASCII, of the same length for all that is counted under one key
   */
  CounterPermutation(byte[] key, String counted) {
    hash = new KeyedHash(key);
    byte[] head = counted.getBytes(StandardCharsets.US_ASCII);
    end = head.length;
    input = new byte[end + Long.BYTES];
    System.arraycopy(head, 0, input, 0, end);
  }

  long permute(long number) {
    long high = number >>> LOW_BITS;
    long low = number & LOW;
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        high ^= mix(round, low) & HIGH;
      } else {
        low ^= mix(round, high) & LOW;
      }
    }
    return high << LOW_BITS | low;
  }

  long inverse(long permuted) {
    long high = permuted >>> LOW_BITS;
    long low = permuted & LOW;
    for (int round = ROUNDS - 1; round >= 0; round--) {
      if (round % 2 == 0) {
        high ^= mix(round, low) & HIGH;
      } else {
        low ^= mix(round, high) & LOW;
      }
    }
    return high << LOW_BITS | low;
  }

  private long mix(int round, long half) {
    Bytes.write((long) round << 32 | half, input, end);
    return hash.head(input);
  }
}

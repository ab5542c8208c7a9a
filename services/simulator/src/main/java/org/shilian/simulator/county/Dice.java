package org.shilian.simulator.county;

import java.util.List;

/**
 * Seeded chance: SplitMix64, written out so that a seed gives the same county on every JDK. Not for
 * several threads.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** An independent sequence for each name under the same seed. */
  public static Dice of(long seed, String name) {
    long hash = seed;
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash * 31 + name.charAt(i));
    }
    return new Dice(hash);
  }

  /** A hash of two numbers, spread over all 64 bits. */
  public static long mix(long a, long b) {
    return mix(mix(a + GOLDEN) ^ (b * GOLDEN));
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** 0 ≤ result &lt; bound. */
  public int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound " + bound + ": must be positive");
    }
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** Both ends included. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** 0 ≤ result &lt; 1. */
  public double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  public double between(double low, double high) {
    return low + unit() * (high - low);
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  /** A whole number whose mean is the given one: its floor, or by chance one more. */
  public int around(double mean) {
    int floor = (int) Math.floor(mean);
    return floor + (chance(mean - floor) ? 1 : 0);
  }

  public <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }
}

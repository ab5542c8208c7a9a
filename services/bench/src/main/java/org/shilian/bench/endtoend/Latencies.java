package org.shilian.bench.endtoend;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** How long each of some requests took, in milliseconds, the shortest first. */
record Latencies(double[] sorted) {

  static Latencies of(Collection<Double> milliseconds) {
    double[] sorted = milliseconds.stream().mapToDouble(value -> value).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no latencies: must be one at least");
    }
    return new Latencies(sorted);
  }

  /** That which so many per cent of them did not exceed. */
  double percentile(int percent) {
    int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
    return sorted[Math.max(0, rank - 1)];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Latencies latencies && Arrays.equals(sorted, latencies.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms (%d of them)",
        percentile(50),
        percentile(95),
        percentile(99),
        sorted.length);
  }
}

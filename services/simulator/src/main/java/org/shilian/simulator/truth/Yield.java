package org.shilian.simulator.truth;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can come out of what went in. */
final class Yield {
  private static final long MOST_TIMES = 5;

  private Yield() {}

  /**
   * Whether more came out than can have: of packing more than went in and 2 %, of cooking more than
   * five times as much. Only what is measured in one unit is compared.
   */
  static boolean impossible(List<Batch> batches, List<Portion> inputs) {
    Map<String, Long> in = sums(inputs);
    Map<String, Long> out = sums(batches.stream().map(Batch::portion).toList());
    boolean packing = batches.stream().allMatch(batch -> batch.origin() == null);
    return out.entrySet().stream()
        .filter(made -> in.containsKey(made.getKey()))
        .anyMatch(
            made -> {
              long base = in.getOrDefault(made.getKey(), 0L);
              return packing
                  ? Sums.exceeds(made.getValue(), base)
                  : made.getValue() / MOST_TIMES > base;
            });
  }

  private static Map<String, Long> sums(Collection<Portion> portions) {
    Map<String, Long> sums = new HashMap<>();
    portions.forEach(portion -> sums.merge(portion.unit(), portion.millionths(), Long::sum));
    return sums;
  }
}

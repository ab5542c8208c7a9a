package org.shilian.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTest {
  @Test
  void countsWhatThisProcessUses() {
    Cpu before = Cpu.now(Map.of());
    long sum = 0;
    while (Cpu.now(Map.of()).since(before).total() < 0.05) {
      sum += System.nanoTime() % 7;
    }
    assertThat(sum).isNotNegative();
    assertThat(Cpu.byThread(ProcessHandle.current().pid()).total()).isGreaterThanOrEqualTo(0.05);
  }

  @Test
  void aProcessThatHasGoneUsesNothing() {
    long none = Long.MAX_VALUE;
    assertThat(Cpu.now(Map.of("gone", none)).seconds()).containsEntry("gone", 0.0);
    assertThat(Cpu.byThread(none).seconds()).isEmpty();
    assertThat(Cpu.peakMemory(none)).isZero();
  }
}

package org.shilian.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void aPercentileIsTheLeastThatSoManyDoNotExceed() {
    Latencies latencies =
        Latencies.of(DoubleStream.iterate(100, d -> d - 1).limit(100).boxed().toList());
    assertThat(latencies.percentile(50)).isEqualTo(50);
    assertThat(latencies.percentile(95)).isEqualTo(95);
    assertThat(latencies.percentile(99)).isEqualTo(99);
    assertThat(Latencies.of(List.of(7.0)).percentile(99)).isEqualTo(7);
  }

  @Test
  void thereIsNoneOfNothing() {
    assertThatThrownBy(() -> Latencies.of(List.of()))
        .hasMessage("no latencies: must be one at least");
  }
}

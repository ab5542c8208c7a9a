package org.shilian.capture.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicSetupTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "5, 4"})
  void hasAllBrokersButOneKeepARecordBeforeItIsAcknowledged(short brokers, String inSync) {
    assertThat(TopicSetup.settings(brokers))
        .containsEntry("min.insync.replicas", inSync)
        .containsEntry("retention.ms", "-1");
  }
}

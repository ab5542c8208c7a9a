package org.shilian.chain.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicNamesTest {
  @Test
  void areTheTopicsOwnWithoutAPrefix() {
    assertThat(new TopicNames("").ofEvents())
        .containsExactly(
            "shilian.events.producer",
            "shilian.events.distributor",
            "shilian.events.caterer",
            "shilian.events.regulator");
  }

  @Test
  void haveThePrefixBeforeThem() {
    TopicNames names = new TopicNames("jinyun-2.");

    assertThat(names.of(EventTopic.CATERER)).isEqualTo("jinyun-2.shilian.events.caterer");
    assertThat(names.with("shilian-ledger")).isEqualTo("jinyun-2.shilian-ledger");
  }

  @ParameterizedTest
  @ValueSource(strings = {"缙云.", "a b", "a/", "a,b", " "})
  void refuseWhatKafkaDoesNotTake(String prefix) {
    assertThatThrownBy(() -> new TopicNames(prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("topic prefix " + prefix);
    assertThatThrownBy(() -> new TopicNames("a".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

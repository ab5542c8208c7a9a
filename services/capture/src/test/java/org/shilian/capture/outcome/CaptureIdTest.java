package org.shilian.capture.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.capture.outcome.CaptureId.Span;
import org.shilian.chain.topic.EventTopic;

class CaptureIdTest {
  private static final String NONCE = "MTIzNDU2Nzg5";
  private static final String HEAD = "01" + "313233343536373839";

  @Test
  void gathersTheRecordsOfAPartition() {
    CaptureId id =
        CaptureId.of(
            NONCE,
            5,
            List.of(
                one(EventTopic.CATERER, 1, 70),
                one(EventTopic.PRODUCER, 1, 9),
                one(EventTopic.CATERER, 1, 64),
                one(EventTopic.CATERER, 2, 0)));

    assertThat(id.spans())
        .containsExactly(
            new Span(EventTopic.CATERER, 1, 64, 70),
            new Span(EventTopic.PRODUCER, 1, 9, 9),
            new Span(EventTopic.CATERER, 2, 0, 0));
  }

  @Test
  void isTheSameAfterItWasText() {
    CaptureId id =
        new CaptureId(
            NONCE,
            50_000,
            List.of(
                new Span(EventTopic.PRODUCER, 0, 0, 49_998),
                new Span(EventTopic.DISTRIBUTOR, 300, Long.MAX_VALUE - 1, Long.MAX_VALUE)));

    assertThat(CaptureId.parse(id.text())).isEqualTo(id);
    assertThat(
            CaptureId.parse(CaptureId.of(NONCE, 1, List.of(one(EventTopic.PRODUCER, 0, 0))).text()))
        .isEqualTo(CaptureId.of(NONCE, 1, List.of(one(EventTopic.PRODUCER, 0, 0))));
  }

  /** Version, nonce; total; then topic, partition, first offset and length of each span. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01",
        HEAD,
        HEAD + "01", // no span
        "02" + "313233343536373839" + "01" + "01000000", // another version
        HEAD + "00" + "01000000", // no event
        HEAD + "01" + "010000", // cut short
        HEAD + "01" + "0100000001", // something behind it
        HEAD + "01" + "05000000", // no such topic
        HEAD + "02" + "01000000" + "01000100", // one partition twice
        HEAD + "01" + "01000000" + "01010000", // more spans than events
        HEAD + "ffffffff0f" + "01000000", // more events than an int can count
        HEAD + "01" + "01" + "ffffffff0f" + "0000", // more partitions
        HEAD + "01" + "0100" + "ffffffffffffffffff01" + "00", // an offset beyond 63 bits
        HEAD + "01" + "0100" + "ffffffffffffffff7f" + "01" // a last offset beyond
      })
  void refusesWhatItCouldNotHaveWritten(String hex) {
    String text =
        Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));

    assertThatThrownBy(() -> CaptureId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!", "中", "A", "AQ==AQ", " "})
  void refusesWhatIsNotBase64(String text) {
    assertThatThrownBy(() -> CaptureId.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Span one(EventTopic topic, int partition, long offset) {
    return new Span(topic, partition, offset, offset);
  }
}

package org.shilian.ledger.trace.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingIdTest {

  @ParameterizedTest
  @CsvSource({
    "A1, 91331122MA2000000D, 09521234000013/A1/91331122MA2000000D",
    "A/1+%, licence:JY1, 09521234000013/A%2F1%2B%25/licence%3AJY1",
    "x, name:夜市 一, 09521234000013/x/name%3A%E5%A4%9C%E5%B8%82%20%E4%B8%80"
  })
  void readsWhatItWrites(String lot, String party, String text) {
    HoldingId id = Sketch.at(lot, party);

    assertThat(id.text()).isEqualTo(text);
    assertThat(HoldingId.parse(text)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "09521234000013/A1", "09521234000014/A1/x", "a/b/c/d", "a/%zz/c"})
  void refusesWhatIsNone(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HoldingId.parse(text));
  }

  @Test
  void tellsWhoIsOffTheChain() {
    assertThat(Sketch.at("A1", "licence:JY1").offChain()).isTrue();
    assertThat(Sketch.at("A1", "91331122MA2000000D").offChain()).isFalse();
  }
}

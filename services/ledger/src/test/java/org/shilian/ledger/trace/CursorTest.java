package org.shilian.ledger.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.ledger.trace.graph.Sketch;

class CursorTest {
  private final Cursor cursor = new Cursor(3, Sketch.at("A/1", "name:夜市 一"), 2);

  @Test
  void readsWhatItWrote() {
    assertThat(Cursor.parse(cursor.text("a question"), "a question")).isEqualTo(cursor);
  }

  @Test
  void isGoodForNoOtherQuestion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cursor.parse(cursor.text("a question"), "another"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "MyAyIGE", "!!!", "MyAyIDA5NTIxMjM0MDAwMDEzL0EvYiB4"})
  void refusesWhatItNeverWrote(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Cursor.parse(text, "a question"));
  }
}

package org.shilian.chain.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.chain.trade.TradeException;

class WholeTextTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void isCertainOfTextsWithoutEscapes() {
    assertThat(WholeText.isCertain("{\"食\":\"链 🥬 é\"}".getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":\"\\u0000\"}", "{\"\\ud83c\":1}", "{\"a\":[\"\\udc00\"]}"})
  void isNotCertainOfWhatItWouldRefuse(String json) throws IOException {
    assertThat(WholeText.isCertain(json.getBytes(UTF_8))).isFalse();
    refuses(JSON.readTree(json));
  }

  /** A parser may take three bytes that stand for half of a pair, though they are no UTF-8. */
  @Test
  void isNotCertainOfHalfAPairInBytes() {
    byte[] json = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0xBC, '"'};

    assertThat(WholeText.isCertain(json)).isFalse();
  }

  private static void refuses(JsonNode json) {
    assertThatThrownBy(() -> WholeText.check(json)).isInstanceOf(TradeException.class);
  }
}

package org.shilian.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static final String SIZED =
      "HTTP/1.1 202 Accepted\r\nContent-Length: 9\r\nX: y\r\n\r\nab 食 ab";
  private static final String CHUNKED =
      lines(
          "HTTP/1.1 422 Unprocessable",
          "transfer-encoding: chunked",
          "",
          "3",
          "ab ",
          "B",
          "食 a",
          "b ab",
          "0",
          "");

  private final Answer answer = new Answer();

  @Test
  void readsABodyWhoseLengthIsGiven() {
    assertThat(arrives(SIZED)).isTrue();
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("ab 食 ab");
    assertThat(answer.count("ab")).isEqualTo(2);
  }

  @Test
  void readsABodyInChunks() {
    assertThat(arrives(CHUNKED)).isTrue();
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).isEqualTo("ab 食 a\r\nb ab");
  }

  @Test
  void isWholeWithItsLastByteAndNotBefore() {
    for (String text : new String[] {SIZED, CHUNKED}) {
      answer.clear();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        assertThat(answer.add(ByteBuffer.wrap(bytes, i, 1))).isEqualTo(i == bytes.length - 1);
      }
    }
  }

  @Test
  void growsWithWhatComes() {
    String body = "x".repeat(100_000);
    assertThat(arrives("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n" + body)).isTrue();
    assertThat(answer.body()).isEqualTo(body);
  }

  @Test
  void refusesAnAnswerWhoseEndItCannotKnow() {
    assertThatThrownBy(() -> arrives("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nab"))
        .hasMessageStartingWith("an answer without a length");
  }

  private static String lines(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  private boolean arrives(String text) {
    return answer.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}

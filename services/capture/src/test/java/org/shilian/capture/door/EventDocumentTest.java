package org.shilian.capture.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.capture.check.PostedEvent;
import org.shilian.problem.ProblemException;

class EventDocumentTest {
  private final List<PostedEvent> events = new ArrayList<>();
  private final EventDocument document = new EventDocument(1200, events::addAll);

  @Test
  void readsOneEvent() throws IOException {
    document.readJson(body("{\"a\":1}"));
    assertThat(events).extracting(PostedEvent::index).containsExactly(0);
  }

  @Test
  void readsAnArrayAcrossChunks() throws IOException {
    document.readJson(body("[" + "{\"a\":1.50},".repeat(1100) + "{}]"));
    assertThat(events).hasSize(1101).extracting(PostedEvent::index).last().isEqualTo(1100);
    assertThat(events.get(0).json()).hasToString("{\"a\":1.50}");
  }

  @Test
  void readsLinesAndRefusesOnlyTheMalformedOne() throws IOException {
    document.readLines(body("{\"a\":1}\n\n{\"a\":\n{\"a\":1} {}\n{\"b\":2}\n"));
    assertThat(events).hasSize(4);
    assertThat(events)
        .extracting(event -> event.json() != null)
        .containsExactly(true, false, false, true);
  }

  @Test
  void readsLinesThatAreLongerThanItsBuffer() throws IOException {
    String name = "缙".repeat(50_000);
    document.readLines(body("{\"a\":\"" + name + "\"}\r\n{\"b\":2}\n{\"c\":3}"));
    assertThat(events).hasSize(3);
    assertThat(events.get(0).json().path("a").asText()).isEqualTo(name);
    assertThat(events.get(2).json()).hasToString("{\"c\":3}");
  }

  @Test
  void refusesALineThatIsNotUtf8AndPutsNothingInItsPlace() throws IOException {
    byte[] lines = "{\"a\":\"酒店\"}\n{\"b\":2}".getBytes(Charset.forName("GBK"));
    document.readLines(new ByteArrayInputStream(lines));
    assertThat(events).extracting(event -> event.json() != null).containsExactly(false, true);
    assertThat(events.get(0).malformed()).contains("UTF-8");
  }

  @Test
  void takesAByteOrderMark() throws IOException {
    document.readLines(body("\uFEFF{\"a\":1}\n"));
    document.readJson(body("\uFEFF{\"a\":1}"));
    assertThat(events).extracting(event -> event.json() != null).containsExactly(true, true);
  }

  @Test
  void refusesANumberThatNoDecimalCanBe() throws IOException {
    document.readLines(body("{\"a\":1e99999999999}\n{\"a\":1e99}"));
    assertThat(events).extracting(event -> event.json() != null).containsExactly(false, true);
    assertThatThrownBy(() -> document.readJson(body("[{\"a\":-1e99999999999}]")))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("exponent");
  }

  @Test
  void refusesWhatIsMalformed() {
    assertThatThrownBy(() -> document.readJson(body("[{\"a\":1}")))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> document.readJson(body("{\"a\":1,\"a\":2}")))
        .isInstanceOf(JsonProcessingException.class);
    assertThatThrownBy(() -> document.readJson(body("{} {}"))).isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesWhatIsEmptyOrTooLong() {
    assertThatThrownBy(() -> document.readJson(body("[]"))).hasMessageContaining("no event");
    assertThatThrownBy(() -> document.readJson(body("7"))).hasMessageContaining("array of events");
    assertThatThrownBy(() -> document.readLines(body("{}\n".repeat(1201))))
        .hasMessageContaining("more than 1200 events");
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.shilian.capture.epcis.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shilian.capture.epcis.ask.ErrorBehaviour;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.chain.topic.EventTopic;

class JobIdTest {
  private static final Instant THEN = Instant.parse("2026-11-02T00:31:02.417Z");

  private static JobId id(ErrorBehaviour behaviour, EventList list) {
    return new JobId(
        behaviour,
        list,
        THEN,
        new CaptureId(
            "AQIDBAUGBwgJ", 3, List.of(new CaptureId.Span(EventTopic.PRODUCER, 2, 500, 502))));
  }

  @ParameterizedTest
  @EnumSource(ErrorBehaviour.class)
  void saysAgainWhatItWasMadeOf(ErrorBehaviour behaviour) {
    for (EventList list : EventList.values()) {
      assertThat(JobId.parse(id(behaviour, list).text())).isEqualTo(id(behaviour, list));
    }
  }

  @Test
  void needsNoEscapeInAUri() {
    assertThat(id(ErrorBehaviour.PROCEED, EventList.QUERY_DOCUMENT).text())
        .isEqualTo("pqmvyiwidt.AQECAwQFBgcICQMBAvQDAg")
        .matches("[A-Za-z0-9._~-]+");
  }

  @Test
  void forgetsNothingThatATextCannotHold() {
    JobId id = new JobId(ErrorBehaviour.ROLLBACK, EventList.DOCUMENT, THEN.plusNanos(7), capture());

    assertThat(JobId.parse(id.text())).isEqualTo(id);
    assertThat(id.createdAt()).isEqualTo(THEN);
  }

  private static CaptureId capture() {
    return id(ErrorBehaviour.ROLLBACK, EventList.DOCUMENT).capture();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "rd.",
        "rdmvyiwidt",
        "rdmvyiwidt.",
        "xdmvyiwidt.AQECAwQFBgcICQMBAvQDAg",
        "rxmvyiwidt.AQECAwQFBgcICQMBAvQDAg",
        "rdMVYIWIDT.AQECAwQFBgcICQMBAvQDAg",
        "rd+mvyiwidt.AQECAwQFBgcICQMBAvQDAg",
        "rd0mvyiwidt.AQECAwQFBgcICQMBAvQDAg",
        "rdzzzzzzzzzzzzzzzzzz.AQECAwQFBgcICQMBAvQDAg",
        "rdmvyiwidt.AQECAwQFBgcICQMBAvQ",
        "rdmvyiwidt.no base64",
        "AQECAwQFBgcICQMBAvQDAg"
      })
  void refusesWhatItDidNotWrite(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> JobId.parse(text));
  }
}

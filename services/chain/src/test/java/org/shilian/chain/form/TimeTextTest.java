package org.shilian.chain.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeTextTest {
  @Test
  void readsWhatTheJdkReads() {
    for (String text :
        List.of(
            "2026-11-01T08:00:00+08:00",
            "2024-02-29T23:59:59-05:30",
            "2026-11-01T08:00:00+18:00",
            "2026-11-01T08:00:00-00:00",
            "2026-11-01T08:00:00Z",
            "2026-11-01T08:00+08:00",
            "2026-11-01T08:00:00.1+08:00",
            "2026-11-01T08:00:00.250-08:00",
            "2026-11-01T08:00:00.123456789+08:00",
            "2026-11-01T08:00:00.000Z",
            "2026-11-01t08:00:00.123456789+08:00",
            "2026-11-01T08:00:00+08:00:01",
            "+12026-11-01T08:00:00+08:00")) {
      assertThat(TimeText.read(text)).as(text).isEqualTo(OffsetDateTime.parse(text));
    }
  }

  @Test
  void refusesWhatIsNoTime() {
    for (String text :
        List.of(
            "",
            "2026-11-01",
            "2026-11-01T08:00:00",
            "2026-02-30T08:00:00+08:00",
            "2026-13-01T08:00:00+08:00",
            "2026-11-01T24:00:00+08:00",
            "2026-11-01T08:60:00+08:00",
            "2026-11-01T08:00:60+08:00",
            "2026-11-01T08:00:00+08:60",
            "2026-11-01T08:00:00.1234567890+08:00",
            "2026-11-01T08:00:00.x+08:00",
            "2026-11-01T08:00:00.5",
            "2026-11-01T08:00:00+18:01",
            "2026-11-01T08:00:00+19:00",
            "2026-11-01 08:00:00+08:00",
            "2026-11-0٣T08:00:00+08:00")) {
      assertThatThrownBy(() -> TimeText.read(text)).as(text).isInstanceOf(DateTimeException.class);
    }
  }
}

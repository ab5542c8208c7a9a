package org.shilian.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Path TEMPORARY = Path.of("/tmp/bench");

  @Test
  void measuresEverythingInADirectoryOfItsOwnByDefault() {
    Options options = Options.parse(List.of(), TEMPORARY);
    assertThat(options.data()).isEqualTo(TEMPORARY);
    assertThat(options.bulk()).isEqualTo(500);
    assertThat(options.singles()).isEqualTo(20_000);
    assertThat(options.bulkToo()).isTrue();
    assertThat(options.more()).isTrue();
    assertThat(options.comparisons()).isTrue();
    assertThat(options.profile()).isFalse();
    assertThat(options.codes()).isZero();
    assertThat(options.heap()).isEqualTo("1g");
  }

  @Test
  void issuesCodesFromASmallHeap() {
    Options options = Options.parse(List.of("--codes", "1000000"), TEMPORARY);
    assertThat(options.codes()).isEqualTo(1_000_000);
    assertThat(options.heap()).isEqualTo("512m");
  }

  @Test
  void takesSettingsToTry() {
    Options options =
        Options.parse(
            List.of("--postgres", "shared_buffers=1GB,jit=off", "--server", "A=b=c"), TEMPORARY);
    assertThat(options.postgres()).isEqualTo(Map.of("shared_buffers", "1GB", "jit", "off"));
    assertThat(options.server()).isEqualTo(Map.of("A", "b=c"));
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Options.parse(List.of("--fast"), TEMPORARY))
        .hasMessage("--fast: is no option of this program");
    assertThatThrownBy(() -> Options.parse(List.of("--events"), TEMPORARY))
        .hasMessage("--events: has no value");
    assertThatThrownBy(() -> Options.parse(List.of("--events", "10"), TEMPORARY))
        .hasMessage("--events 10: must be a number, 500 or more");
    assertThatThrownBy(() -> Options.parse(List.of("--server", "A"), TEMPORARY))
        .hasMessage("--server A: must be NAME=VALUE");
  }
}

package org.shilian.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.faults.scenario.Scenario;

class OptionsTest {
  @Test
  void playsEverythingForAnHourWhenNothingIsAsked() {
    Options options = Options.parse(List.of(), 42);

    assertThat(options.about()).isEqualTo(Duration.ofHours(1));
    assertThat(options.seed()).isEqualTo(42);
    assertThat(options.scenarios()).isEqualTo(Scenario.ALL);
  }

  @Test
  void playsWhatIsNamed() {
    Options options =
        Options.parse(List.of("--only", "poison,broker", "--minutes", "5", "--seed", "7"), 42);

    assertThat(options.scenarios()).extracting(Scenario::name).containsExactly("broker", "poison");
    assertThat(options.about()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.seed()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"--only, fire", "--minutes, -1", "--minutes, soon", "--faster, 1"})
  void refusesWhatItDoesNotKnow(String option, String value) {
    assertThatThrownBy(() -> Options.parse(List.of(option, value), 42))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(option);
  }
}

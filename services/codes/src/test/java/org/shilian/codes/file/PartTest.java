package org.shilian.codes.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.problem.ProblemException;

class PartTest {
  @Test
  void isTheWholeUnlessAPartIsAskedFor() {
    assertThat(Part.of(null, null, 100)).isEqualTo(new Part(0, 100));
    assertThat(Part.of("40", null, 100)).isEqualTo(new Part(40, 60));
    assertThat(Part.of(null, "7", 100)).isEqualTo(new Part(0, 7));
    assertThat(Part.of("99", "1", 100)).isEqualTo(new Part(99, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "100, , from, 100, is not a number from 0 to 99",
    "-1, , from, -1, is not a number from 0 to 99",
    "x, , from, x, is not a number from 0 to 99",
    "40, 61, count, 61, is not a number from 1 to 60",
    ", 0, count, 0, is not a number from 1 to 100",
    ", 99999999999999999999, count, 99999999999999999999, is not a number from 1 to 100"
  })
  void namesWhatIsOutsideTheRange(
      String from, String count, String field, String value, String rule) {
    assertThatThrownBy(() -> Part.of(from, count, 100))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.violations().get(0).field()).isEqualTo(field);
              assertThat(e.violations().get(0).value()).isEqualTo(value);
              assertThat(e.violations().get(0).rule()).isEqualTo(rule);
            });
  }
}

package org.shilian.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpcisProblemTest {
  private static Problem problem(ProblemType type) {
    return Problem.of(type, "because", List.of(new Violation("/action", "MOVE", "is no action")))
        .at("/epcis/v2/capture");
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_INPUT,          400, ValidationException",
    "MALFORMED_JSON,         400, ValidationException",
    "BAD_REQUEST,            400, ValidationException",
    "UNAUTHENTICATED,        401, SecurityException",
    "FORBIDDEN,              403, SecurityException",
    "NOT_FOUND,              404, NoSuchResourceException",
    "METHOD_NOT_ALLOWED,     405, ImplementationException",
    "NOT_ACCEPTABLE,         406, NotAcceptableException",
    "CONFLICT,               409, ResourceAlreadyExistsException",
    "TOO_LARGE,              413, CaptureLimitExceededException",
    "UNSUPPORTED_MEDIA_TYPE, 415, UnsupportedMediaTypeException",
    "INTERNAL,               500, ImplementationException",
    "UNAVAILABLE,            503, ImplementationException",
  })
  void hasTheStandardsTypeAndStatus(ProblemType type, int status, String name) {
    Problem said = EpcisProblem.of(problem(type));

    assertThat(said.type()).isEqualTo("epcisException:" + name);
    assertThat(said.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void keepsWhatWentWrong(ProblemType type) {
    Problem original = problem(type);

    Problem said = EpcisProblem.of(original);

    assertThat(said.detail()).isEqualTo(original.detail());
    assertThat(said.instance()).isEqualTo(original.instance());
    assertThat(said.violations()).isEqualTo(original.violations());
    assertThat(said.title()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/epcis/v2", "/epcis/v2/", "/epcis/v2/events/x"})
  void speaksBelowItsPath(String path) {
    assertThat(EpcisProblem.at(path, problem(ProblemType.CONFLICT)).type())
        .startsWith("epcisException:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/epcis", "/epcis/v20", "/epcis/v3/events", "/api/v1/events"})
  void leavesOtherPathsAlone(String path) {
    Problem problem = problem(ProblemType.CONFLICT);

    assertThat(EpcisProblem.at(path, problem)).isSameAs(problem);
  }

  @Test
  void isTheSameSaidTwice() {
    Problem once = EpcisProblem.of(problem(ProblemType.INVALID_INPUT));

    assertThat(EpcisProblem.of(once)).isEqualTo(once);
  }
}

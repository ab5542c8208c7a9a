package org.shilian.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
  @Test
  void isWrittenAsRfc9457Says() {
    Problem problem =
        ProblemException.invalid(
                List.of(
                    new Violation("/gtin", "06901234567891", "check digit is 1, expected 2"),
                    new Violation("/lot", null, "is required")))
            .problem()
            .at("/api/v1/events");

    assertThat(new String(problem.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"urn:shilian:problem:invalid-input\",\"title\":\"The input breaks a rule\","
                + "\"status\":422,\"detail\":\"/gtin 06901234567891: check digit is 1, expected 2"
                + " (and 1 more)\",\"instance\":\"/api/v1/events\",\"violations\":[{\"field\":"
                + "\"/gtin\",\"value\":\"06901234567891\",\"rule\":\"check digit is 1, expected"
                + " 2\"},{\"field\":\"/lot\",\"rule\":\"is required\"}]}");
  }

  @Test
  void leavesOutViolationsAndInstanceThatAreNotThere() {
    Problem problem = Problem.of(ProblemType.GONE, "withdrawn", List.of());

    assertThat(new String(problem.toJson(), StandardCharsets.UTF_8))
        .doesNotContain("violations", "instance");
  }

  @Test
  void cutsLongValues() {
    assertThat(new Violation("/name", "字".repeat(5000), "is too long").value()).hasSize(201);
  }

  @Test
  void seesAViolationFromOutside() {
    assertThat(new Violation("/gtin", "1", "is short").within("/lines/2"))
        .isEqualTo(new Violation("/lines/2/gtin", "1", "is short"));
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyTypeIsFoundByItsStatus(ProblemType type) {
    ProblemType found = ProblemType.ofStatus(type.status());

    assertThat(found).isNotNull();
    assertThat(found.status()).isEqualTo(type.status());
  }
}

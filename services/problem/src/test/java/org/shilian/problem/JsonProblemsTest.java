package org.shilian.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonProblemsTest {
  private final ObjectMapper mapper = new ObjectMapper();

  JsonProblemsTest() {
    StrictJson.configure(mapper);
  }

  record Line(String gtin, BigDecimal quantity) {}

  record Document(String name, Integer count, Boolean terminal, List<Line> lines) {}

  private Problem problemOf(String json) {
    JsonProcessingException e =
        catchThrowableOfType(
            JsonProcessingException.class, () -> mapper.readValue(json, Document.class));
    return JsonProblems.of(e).problem();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": 1}                         | /name             | must be a string
          {"name": {}}                        | /name             | must be a string
          {"count": 1.5}                      | /count            | must be a whole number
          {"count": "1"}                      | /count            | must be a whole number
          {"terminal": "yes"}                 | /terminal         | must be true or false
          {"lines": {}}                       | /lines            | must be an array
          {"lines": [3]}                      | /lines/0          | must be an object
          {"lines": [{}, {"quantity": "1"}]}  | /lines/1/quantity | must be a number
          {"lines": [{"a/b~": 1}]}            | /lines/0/a~1b~0   | is not a known field; known are gtin, quantity
          """)
  void pointsAtTheFieldThatDoesNotFit(String json, String field, String rule) {
    Problem problem = problemOf(json);

    assertThat(problem.status()).isEqualTo(422);
    assertThat(problem.violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.field()).isEqualTo(field);
              assertThat(violation.rule()).isEqualTo(rule);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": "a"           | the text ends too early at line 1, column 13
          {"name": 'a'}          | at line 1, column 10
          {"name": "a"} x        | at line 1, column 15
          {"name": "a"} {}       | the text goes on after the value at line 1, column 15
          {"name":"a","name":"b"}| Duplicate field 'name' at line 1, column 19
          """)
  void saysLineAndColumnOfMalformedJson(String json, String detail) {
    Problem problem = problemOf(json);

    assertThat(problem.type()).isEqualTo("urn:shilian:problem:malformed-json");
    assertThat(problem.detail()).endsWith(detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": 1}",
        "{\"lines\": [[]]}",
        "[",
        "{",
        "{\"name\": \"\u0001\"}",
        "{\"count\": 99999999999999999999}",
        "nope"
      })
  void neverNamesClassesOrOptions(String json) {
    Problem problem = problemOf(json);

    assertThat(problem.toString())
        .doesNotContain("java.", "com.", "org.", "Source", "Deserial", "Feature", "JsonParser");
  }

  @Test
  void saysHowDeepIsTooDeepWithoutOptionNames() {
    JsonProcessingException e =
        catchThrowableOfType(
            JsonProcessingException.class, () -> mapper.readTree("[".repeat(2000)));

    assertThat(JsonProblems.of(e).problem().detail())
        .isEqualTo("Document nesting depth (1001) exceeds the maximum allowed (1000)");
  }
}

package org.shilian.codes.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.gs1.Gtin;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;
import org.shilian.registry.intake.Draft;

class ArticleListTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void takesGtinsOfEveryLength() throws Exception {
    assertThat(
            ArticleList.ofJson(
                JSON.readTree(
                    "[\"95012346\",\"614141000036\",\"9521234000044\",\"19521234000041\"]")))
        .extracting(Draft::value)
        .containsExactly(
            new Gtin("00000095012346"),
            new Gtin("00614141000036"),
            new Gtin("09521234000044"),
            new Gtin("19521234000041"));
  }

  @Test
  void keepsItsPlaceForEveryElementThatIsNoGtin() throws Exception {
    List<Draft<Gtin>> articles =
        ArticleList.ofJson(
            JSON.readTree("[9521234000044, null, \"9521234000045\", {\"gtin\":1}, \"\"]"));

    assertThat(articles)
        .extracting(article -> Objects.requireNonNull(article.refusal()).violations().get(0))
        .containsExactly(
            new Violation("/0", "9521234000044", "must be a text of digits, in quotes"),
            new Violation("/1", "null", "must be a text of digits, in quotes"),
            new Violation("/2", "9521234000045", "check digit is 5, expected 4"),
            new Violation("/3", "{\"gtin\":1}", "must be a text of digits, in quotes"),
            new Violation("/4", "", "has 0 characters, expected 8, 12, 13 or 14 digits"));
  }

  @Test
  void passesOverTheOtherColumnsOfAnArticleList() {
    List<Draft<Gtin>> articles =
        csv("品名,gtin,,price\r\n\"鸭, 大\",9521234000044,,12\n烧饼,,x,3\n少,95012346\n");

    assertThat(articles).hasSize(3);
    assertThat(articles.get(0).value()).isEqualTo(new Gtin("09521234000044"));
    assertThat(Objects.requireNonNull(articles.get(1).refusal()).violations())
        .containsExactly(new Violation("line 3, column gtin", null, "is required"));
    assertThat(Objects.requireNonNull(articles.get(2).refusal()).violations())
        .containsExactly(new Violation("line 4", null, "has 2 values, the header has 4 columns"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', line 1, a header line with the columns is required",
    "'ean\n95012346', 'line 1, column gtin', is required",
    "'gtin,gtin\n1,2', 'line 1, column gtin', is there twice",
    "'gtin\n', '', has no line below the header"
  })
  void refusesWhatIsNoArticleList(String body, String field, String rule) {
    assertThatThrownBy(() -> csv(body))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.violations()).containsExactly(new Violation(field, null, rule)));
  }

  @ParameterizedTest
  @CsvSource({"'[]'", "'{}'", "'\"95012346\"'", "'null'"})
  void refusesWhatIsNoArray(String body) {
    assertThatThrownBy(() -> ArticleList.ofJson(JSON.readTree(body)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void readsASpreadsheetInGbk() {
    assertThat(
            ArticleList.ofCsv(
                "品名,gtin\n鸭,95012346\n".getBytes(Charset.forName("GB18030")),
                Charset.forName("GB18030")))
        .hasSize(1);
  }

  private static List<Draft<Gtin>> csv(String body) {
    return ArticleList.ofCsv(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}

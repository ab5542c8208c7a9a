package org.shilian.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final List<String> REQUIRED = List.of("a", "b");
  private static final List<String> OPTIONAL = List.of("c");

  private static Csv read(String text) {
    return Csv.read(
        text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, REQUIRED, OPTIONAL, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\n1,2\n",
        "a,b\r\n1,2",
        "\uFEFFa,b\n\n1,2\n\n",
        "a , b\n 1,\t2 \n",
        "\"a\",\"b\"\n\"1\",\" 2\"\n",
        "b,a,c\n2,1,\n"
      })
  void readsTheSameTableInEveryDress(String text) {
    assertThat(read(text).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.values()).isEqualTo(Map.of("a", "1", "b", "2")));
  }

  @Test
  void readsQuotesCommasAndLineBreaksWithinQuotes() {
    Csv csv = read("a,b\n\"x, \"\"y\"\"\nz\",2\n3,4\n");

    assertThat(csv.rows().get(0).get("a")).isEqualTo("x, \"y\"\nz");
    assertThat(csv.rows().get(1).line()).isEqualTo(4);
  }

  @Test
  void readsTheCharsetThatIsNamed() {
    Charset gbk = Charset.forName("GB18030");
    byte[] body = "a,b\n缙云烧饼,2\n".getBytes(gbk);

    assertThat(Csv.read(body, gbk, REQUIRED, OPTIONAL, 3).rows().get(0).get("a")).isEqualTo("缙云烧饼");
    assertThatThrownBy(() -> Csv.read(body, StandardCharsets.UTF_8, REQUIRED, OPTIONAL, 3))
        .hasMessageContaining("is not in UTF-8; a spreadsheet's GBK file needs");
  }

  @Test
  void refusesHeadersItDoesNotKnow() {
    assertThatThrownBy(() -> read("a,x\n"))
        .hasMessageContaining("line 1, column x: is not a known column; known are a, b, c")
        .hasMessageContaining("and 1 more");
    assertThatThrownBy(() -> read("a,b,a\n")).hasMessageContaining("column a: is there twice");
    assertThatThrownBy(() -> read("")).hasMessageContaining("a header line");
  }

  @Test
  void refusesBrokenQuotesWithTheirLine() {
    assertThatThrownBy(() -> read("a,b\n1,\"2\n\n"))
        .hasMessageContaining("line 2: a quote is opened and never closed");
    assertThatThrownBy(() -> read("a,b\n1,2\n\"1\"x,2"))
        .hasMessageContaining("line 3 x: stands after a closing quote");
  }

  @Test
  void refusesMoreLinesThanItTakes() {
    assertThatThrownBy(() -> read("a,b\n1,1\n2,2\n3,3\n4,4\n"))
        .hasMessageContaining("line 5: more than 3 lines");
  }

  @Test
  void refusesALineOfTheWrongWidthAndGoesOn() {
    List<Draft<String>> drafts =
        read("a,b\n1\n2,3\n").drafts("a", (row, place) -> Draft.of(place, "k", row.get("b")));

    assertThat(drafts.get(0).refusal().violations().get(0))
        .hasToString(
            "Violation[field=line 2, value=null, rule=has 1 values, the header has 2 columns]");
    assertThat(drafts.get(0).key()).isEqualTo("1");
    assertThat(drafts.get(1).value()).isEqualTo("3");
  }

  @Test
  void refusesCellsOfTheWrongType() {
    List<Draft<Object>> drafts =
        read("a,b\nyes,1\nTRUE,1.5\n")
            .drafts(
                "a",
                (row, place) -> Draft.of(place, "k", List.of(row.bool("a"), row.integer("b"))));

    assertThat(drafts.get(0).refusal().toException())
        .hasMessageContaining("line 2, column a yes: must be true or false");
    assertThat(drafts.get(1).refusal().toException())
        .hasMessageContaining("line 3, column b 1.5: must be a whole number");
  }
}

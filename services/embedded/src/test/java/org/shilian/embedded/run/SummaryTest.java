package org.shilian.embedded.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shilian.embedded.run.Report.RateRow;

class SummaryTest {
  private static final Options OPTIONS = Options.parse(List.of("--port", "9000"));
  private static final RunData DATA = new RunData(Path.of("/data"));

  @Test
  void showsPagesRatesAndKeyToTry() {
    List<RateRow> rates =
        List.of(new RateRow("成链率", 0.5, 1200, 2400), new RateRow("by hop", null, 0, 0));
    Report report =
        new Report("/01/1/10/A", "/01/1/10/B", null, null, rates, "slk_operator", "curl x");

    List<String> traces = List.of("A lunch", "rice at a school", "", "A lot");
    assertThat(new Summary(OPTIONS, DATA, report, rates, traces, List.of(), DATA.labels()).lines())
        .containsExactly(
            "",
            "  A batch chained to the consumer   http://localhost:9000/01/1/10/A",
            "  A batch with a gap                http://localhost:9000/01/1/10/B",
            "  A sheet of labels to print        /data/labels.pdf",
            "  The API (Swagger UI)              http://localhost:9000/q/swagger-ui",
            "  The admin key                     /data/admin.key",
            "",
            "  成链率    50.0%      1,200 of 2,400",
            "  by hop        –          0 of 0",
            "",
            "  A lunch",
            "  rice at a school",
            "",
            "  A lot",
            "",
            "  An API key to try                 slk_operator",
            "  curl x",
            "");
  }

  @Test
  void offersTheAdminKeyWhereThereWasNoDemo() {
    assertThat(
            new Summary(OPTIONS, DATA, Report.NONE, List.of(), List.of(), List.of(), null).lines())
        .contains(
            "  curl -H \"Authorization: Bearer $(cat '/data/admin.key')\" 'http://localhost:9000/api/v1/operators'");
  }
}

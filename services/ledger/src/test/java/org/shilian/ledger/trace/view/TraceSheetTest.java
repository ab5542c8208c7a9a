package org.shilian.ledger.trace.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSheetTest {
  private final List<List<String>> rows =
      rows(new String(TraceSheet.of(Sample.page(), Sample.CARDS), UTF_8));

  @Test
  void hasOneRowAStepAndOneAnEnd() {
    assertThat(rows.get(0)).isEqualTo(TraceSheet.HEADER);
    assertThat(column("event_type"))
        .containsExactly(
            "making", "transformation", "shipping", "disposing", "end", "selling", "using");
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(TraceSheet.HEADER));
  }

  @Test
  void sortsByTimeAsText() {
    List<String> times = column("time").stream().filter(time -> !time.isEmpty()).toList();

    assertThat(times).isSorted().hasSize(3).allMatch(time -> time.length() == 20);
  }

  @Test
  void saysOnEachRowAllThatTheStepIsAbout() {
    assertThat(cell(3, "traceability_lot_code")).isEqualTo("(01)09521234000013(10)A/1");
    assertThat(cell(3, "quantity")).isEqualTo("25");
    assertThat(cell(3, "from")).isEqualTo(Sample.MAKER.party());
    assertThat(cell(3, "to_name")).isEqualTo("'=夜市, \"一\"");
    assertThat(cell(3, "order_code")).isEqualTo("PO,1");
    assertThat(cell(3, "reference_documents")).isEqualTo("FP-1; FP-2");
    assertThat(cell(3, "matched")).isEqualTo("false");
    assertThat(cell(3, "reason")).isEqualTo("off-chain");
    assertThat(cell(3, "lot_source")).isEqualTo(Sample.MAKER.party());
    assertThat(cell(3, "production_date")).isEqualTo("2026-11-01");
    assertThat(cell(2, "into_lot")).isEqualTo("A/1");
    assertThat(cell(2, "lot")).isEqualTo("B_1");
    assertThat(cell(5, "reason")).isEqualTo("never-received");
  }

  @Test
  void letsNoSpreadsheetTakeATextForAFormula() {
    assertThat(rows.stream().flatMap(List::stream)).noneMatch(cell -> cell.startsWith("="));
  }

  @Test
  void itsColumnsAreDocumented() throws IOException {
    String doc =
        Files.readString(Path.of(System.getProperty("shilian.root")).resolve("docs/traces.md"));

    assertThat(TraceSheet.HEADER)
        .allSatisfy(column -> assertThat(doc).contains("| `" + column + "` |"));
  }

  private List<String> column(String name) {
    int index = TraceSheet.HEADER.indexOf(name);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  private String cell(int row, String column) {
    return rows.get(row).get(TraceSheet.HEADER.indexOf(column));
  }

  /** Reads RFC 4180 with a byte order mark. */
  private static List<List<String>> rows(String text) {
    assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\r')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\r') {
          rows.add(row);
          row = new ArrayList<>();
          i++;
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}

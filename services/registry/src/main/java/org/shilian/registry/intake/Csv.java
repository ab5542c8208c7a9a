package org.shilian.registry.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;

/**
 * A table in CSV (RFC 4180) with a header line. Line ends may be LF or CRLF, a byte order mark and
 * empty lines are passed over, and blanks around a value do not count.
 */
public final class Csv {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * One record.
   *
   * @param line the line it begins on, counted from 1
   * @param values by column name; empty values are left out
   * @param cells how many values it has, which should be as many as there are columns
   */
  public record Row(int line, Map<String, String> values, int cells) {
    public @Nullable String get(String column) {
      return values.get(column);
    }

    /** A cell that is {@code true} or {@code false}; null when it is empty. */
    public @Nullable Boolean bool(String column) {
      String value = get(column);
      if (value == null) {
        return null;
      }
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new BadCell(column, value, "must be true or false");
      };
    }

    /** A cell that is a whole number; null when it is empty. */
    public @Nullable Integer integer(String column) {
      String value = get(column);
      try {
        return value == null ? null : Integer.valueOf(value);
      } catch (NumberFormatException e) {
        throw new BadCell(column, value, "must be a whole number");
      }
    }
  }

  private static final class BadCell extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Violation violation;

    BadCell(String column, @Nullable String value, String rule) {
      super(column + ": " + rule, null, false, false);
      this.violation = new Violation(column, value, rule);
    }
  }

  private final List<String> header;
  private final List<Row> rows;

  private Csv(List<String> header, List<Row> rows) {
    this.header = header;
    this.rows = rows;
  }

  List<Row> rows() {
    return rows;
  }

  /**
   * Reads a table.
   *
   * @param required columns that must be there
   * @param optional columns that may be there
   * @param maxRows how many records are taken at once
   * @throws ProblemException INVALID_INPUT when the text is not in that charset, has no such header
   *     or too many records
   */
  public static Csv read(
      byte[] body, Charset charset, List<String> required, List<String> optional, int maxRows) {
    return read(
        body, charset, maxRows, (header, line) -> checkHeader(line, header, required, optional));
  }

  /**
   * Reads a table of which only one column counts; whatever else is in it is passed over.
   *
   * @param column must be there, once
   * @throws ProblemException as {@link #read}
   */
  public static Csv readColumn(byte[] body, Charset charset, String column, int maxRows) {
    return read(
        body,
        charset,
        maxRows,
        (header, line) -> {
          long times = header.stream().filter(column::equals).count();
          if (times != 1) {
            throw refused(
                "line " + line + ", column " + column,
                null,
                times == 0 ? "is required" : "is there twice");
          }
        });
  }

  private static Csv read(
      byte[] body, Charset charset, int maxRows, ObjIntConsumer<List<String>> check) {
    List<Cells> lines = split(decode(body, charset));
    if (lines.isEmpty()) {
      throw refused("line 1", null, "a header line with the columns is required");
    }
    List<String> header = lines.get(0).values();
    check.accept(header, lines.get(0).line());
    if (lines.size() - 1 > maxRows) {
      throw refused(
          "line " + lines.get(maxRows + 1).line(),
          null,
          "more than " + maxRows + " lines; send them in parts");
    }
    List<Row> rows = new ArrayList<>();
    for (Cells cells : lines.subList(1, lines.size())) {
      rows.add(row(header, cells));
    }
    return new Csv(List.copyOf(header), rows);
  }

  /**
   * Hands every record to the next step with its place; one that is not even a record of this table
   * is refused.
   *
   * @param key the column that holds what a record is registered under
   */
  public <T> List<Draft<T>> drafts(String key, BiFunction<Row, Place, Draft<T>> check) {
    List<Draft<T>> drafts = new ArrayList<>(rows.size());
    for (Row row : rows) {
      Place.OnLine place = new Place.OnLine(row.line());
      try {
        drafts.add(complete(row) ? check.apply(row, place) : incomplete(row, place, key));
      } catch (BadCell e) {
        Violation at =
            new Violation(
                place.field(e.violation.field()), e.violation.value(), e.violation.rule());
        drafts.add(refused(row, place, key, at));
      }
    }
    return drafts;
  }

  private boolean complete(Row row) {
    return row.cells() == header.size();
  }

  private <T> Draft<T> incomplete(Row row, Place place, String key) {
    String rule = "has " + row.cells() + " values, the header has " + header.size() + " columns";
    return refused(row, place, key, new Violation("line " + row.line(), null, rule));
  }

  private static <T> Draft<T> refused(Row row, Place place, String key, Violation violation) {
    return Draft.refused(
        place, row.get(key), new Refusal(ProblemType.INVALID_INPUT, List.of(violation)));
  }

  private static Row row(List<String> header, Cells cells) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), cells.values().size()); i++) {
      if (!cells.values().get(i).isEmpty()) {
        values.put(header.get(i), cells.values().get(i));
      }
    }
    return new Row(cells.line(), values, cells.values().size());
  }

  private static void checkHeader(
      int line, List<String> header, List<String> required, List<String> optional) {
    List<Violation> violations = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      String field = "line " + line + ", column " + column;
      if (!required.contains(column) && !optional.contains(column)) {
        violations.add(
            new Violation(
                field, null, "is not a known column; known are " + all(required, optional)));
      } else if (!seen.add(column)) {
        violations.add(new Violation(field, null, "is there twice"));
      }
    }
    for (String column : required) {
      if (!seen.contains(column)) {
        violations.add(new Violation("line " + line + ", column " + column, null, "is required"));
      }
    }
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations);
    }
  }

  private static String all(List<String> required, List<String> optional) {
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    return String.join(", ", all);
  }

  private static String decode(byte[] body, Charset charset) {
    try {
      return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw refused(
          "body",
          null,
          "is not in "
              + charset.name()
              + "; a spreadsheet's GBK file needs Content-Type: text/csv; charset=GB18030");
    }
  }

  private record Cells(int line, List<String> values) {
    boolean blank() {
      return values.size() == 1 && values.get(0).isEmpty();
    }
  }

  private static List<Cells> split(String text) {
    List<Cells> lines = new ArrayList<>();
    Scanner scanner = new Scanner(text);
    while (!scanner.atEnd()) {
      Cells cells = scanner.record();
      if (!cells.blank()) {
        lines.add(cells);
      }
    }
    return lines;
  }

  private static ProblemException refused(String field, @Nullable String value, String rule) {
    return ProblemException.invalid(List.of(new Violation(field, value, rule)));
  }

  /** Walks over the text record by record. */
  private static final class Scanner {
    private final String text;
    private int at;
    private int line = 1;

    Scanner(String text) {
      this.text = text;
      this.at = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
    }

    boolean atEnd() {
      return at >= text.length();
    }

    Cells record() {
      int begin = line;
      List<String> values = new ArrayList<>();
      values.add(cell());
      while (!atEnd() && text.charAt(at) == ',') {
        at++;
        values.add(cell());
      }
      endOfLine();
      return new Cells(begin, values);
    }

    private void endOfLine() {
      if (!atEnd() && text.charAt(at) == '\r') {
        at++;
      }
      if (!atEnd() && text.charAt(at) == '\n') {
        at++;
      }
      line++;
    }

    private String cell() {
      return !atEnd() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
      int begin = at;
      while (!atEnd() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(begin, at).strip();
    }

    private String quoted() {
      int opened = line;
      StringBuilder value = new StringBuilder();
      at++;
      while (!atEnd()) {
        char c = text.charAt(at++);
        if (c != '"') {
          value.append(c);
          line += c == '\n' ? 1 : 0;
        } else if (!atEnd() && text.charAt(at) == '"') {
          value.append('"');
          at++;
        } else {
          String rest = plain();
          if (!rest.isEmpty()) {
            throw refused("line " + line, rest, "stands after a closing quote");
          }
          return value.toString().strip();
        }
      }
      throw refused("line " + opened, null, "a quote is opened and never closed");
    }
  }
}

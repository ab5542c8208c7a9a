package org.shilian.codes.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.shilian.codes.file.LabelStock;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;
import org.shilian.symbol.label.Label;

/**
 * Codes on their way into a file. Only the ZIP grows in memory, since it ends with a list of what
 * is in it.
 *
 * @param columns what the cells of each code are called
 * @param codes one after the other, once
 * @param stock what labels are printed on
 */
public record PrintRun(
    List<String> columns, Iterator<? extends PrintedCode> codes, LabelStock stock) {
  /** How many symbols one ZIP may have. */
  public static final long MAX_SYMBOLS = 100_000;

  private static final int BUFFER = 64 * 1024;

  /** Each the same, so that the same codes make the same file. */
  private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .rootValueSeparator("\n")
          .build();

  /**
   * Insists that the labels are large enough, before the first byte is written.
   *
   * @param label the largest of them
   * @param given the query parameter, as it came
   * @throws ProblemException INVALID_INPUT
   */
  public static void mustFit(PrintedCode label, LabelStock stock, @Nullable String given) {
    try {
      var unused = label.layout(stock);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "label",
                  given,
                  "is too small for " + label.name() + ": " + String.valueOf(e.getMessage()))));
    }
  }

  /**
   * Insists that a ZIP does not get too large.
   *
   * @throws ProblemException INVALID_INPUT
   */
  public static void mustFitZip(long count) {
    if (count > MAX_SYMBOLS) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "count",
                  Long.toString(count),
                  "is more than the "
                      + MAX_SYMBOLS
                      + " symbols of one ZIP; ask for the codes in parts, with from and count")));
    }
  }

  /**
   * The codes as a file.
   *
   * @throws IllegalArgumentException if the form is JSON, which is not a file of codes
   */
  public StreamingOutput as(PrintForm form) {
    if (form == PrintForm.JSON) {
      throw new IllegalArgumentException("JSON is what the codes are, not a file of them");
    }
    return out -> {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      write(form, buffered);
      buffered.flush();
    };
  }

  private void write(PrintForm form, OutputStream out) throws IOException {
    switch (form) {
      case CSV -> csv(out);
      case NDJSON -> ndjson(out);
      case PDF -> stock.sheet().write(labels(), stock.dpi(), out);
      case ZPL -> zpl(out);
      case ZIP -> zip(out);
      case SVG -> out.write(codes.next().svg(stock).getBytes(StandardCharsets.UTF_8));
      case PNG -> out.write(codes.next().png(stock));
      case JSON -> throw new IllegalStateException("refused before");
    }
  }

  private Iterator<Label> labels() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return codes.hasNext();
      }

      @Override
      public Label next() {
        return codes.next().label();
      }
    };
  }

  private void csv(OutputStream out) throws IOException {
    row(columns, out);
    while (codes.hasNext()) {
      row(codes.next().cells(), out);
    }
  }

  private static void row(List<String> cells, OutputStream out) throws IOException {
    String row = cells.stream().map(PrintRun::quoted).collect(Collectors.joining(","));
    out.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** As RFC 4180 has it. */
  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void ndjson(OutputStream out) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      while (codes.hasNext()) {
        List<String> cells = codes.next().cells();
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
          json.writeStringField(columns.get(i), cells.get(i));
        }
        json.writeEndObject();
      }
      json.writeRaw('\n');
    }
  }

  private void zpl(OutputStream out) throws IOException {
    while (codes.hasNext()) {
      out.write(codes.next().layout(stock).toZpl().getBytes(StandardCharsets.UTF_8));
    }
  }

  private void zip(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    while (codes.hasNext()) {
      PrintedCode code = codes.next();
      ZipEntry entry = new ZipEntry(code.name() + PrintForm.SVG.suffix());
      entry.setTimeLocal(FIRST_DAY);
      zip.putNextEntry(entry);
      zip.write(code.svg(stock).getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }
}

package org.shilian.codes.file;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.util.List;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;
import org.shilian.symbol.label.LabelLayout;

/** Makes files. Everything that can be refused is refused before the first byte. */
public final class CodeFiles {
  private static final int BUFFER = 64 * 1024;

  private CodeFiles() {}

  /**
   * Codes in some form but JSON; its result blocks while the client reads slowly.
   *
   * @throws ProblemException INVALID_INPUT if the selection is wrong, or the labels have no room
   *     for their text
   */
  public static StreamingOutput stream(CodeSource source, FileFormat format, Selection selection) {
    Part part = Part.of(selection.from(), selection.count(), source.count());
    CodeFile file =
        switch (format) {
          case CSV -> new CsvFile();
          case NDJSON -> new NdjsonFile();
          case PDF -> {
            CodeLabel label = source.label();
            yield new PdfFile(label, stock(source, label, selection, true));
          }
          case ZPL -> {
            CodeLabel label = source.label();
            yield new ZplFile(label, stock(source, label, selection, false));
          }
          case ZIP -> zip(part);
          case JSON -> throw new IllegalArgumentException("JSON is a report and no file of codes");
        };
    return out -> {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      file.write(source.codes(part), buffered);
      buffered.flush();
    };
  }

  private static LabelStock stock(
      CodeSource source, CodeLabel label, Selection selection, boolean pages) {
    LabelStock stock = LabelStock.of(selection.label(), selection.dpi(), pages);
    try {
      var unused = LabelLayout.of(label.of(source.widest()), stock.sheet().label(), stock.dpi());
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "label", selection.label(), "is too small: " + String.valueOf(e.getMessage()))));
    }
    return stock;
  }

  private static CodeFile zip(Part part) {
    if (part.count() > SvgZip.MAX_SYMBOLS) {
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "count",
                  Long.toString(part.count()),
                  "is more than the "
                      + SvgZip.MAX_SYMBOLS
                      + " symbols of one ZIP; ask for the range in parts, with from and count")));
    }
    return new SvgZip();
  }
}

package org.shilian.codes.file;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shilian.problem.ProblemException;
import org.shilian.problem.Violation;

/**
 * Codes on their way into a file. Everything that can be refused is refused before there is one;
 * writing it blocks while the client reads slowly.
 */
public final class CodeFile implements StreamingOutput {
  private static final int BUFFER = 64 * 1024;

  private final CodeWriter writer;
  private final Supplier<Iterator<? extends PrintedCode>> codes;

  private CodeFile(CodeWriter writer, Supplier<Iterator<? extends PrintedCode>> codes) {
    this.writer = writer;
    this.codes = codes;
  }

  /**
   * Many codes.
   *
   * @param form one of {@link CodeForm#MANY} but JSON, which is a report and no file of codes
   * @throws ProblemException INVALID_INPUT if the labels asked for are none, or have no room for
   *     their text, or if the codes are too many for a ZIP
   */
  public static CodeFile many(CodeSource source, CodeForm form, Part part, LabelQuery asked) {
    List<? extends PrintedCode> widest = source.widest();
    LabelStock stock = asked.stock(form, widest.get(0));
    if (hasLabels(form, widest.get(0))) {
      for (PrintedCode code : widest) {
        mustFit(code, stock, asked, widest.size() > 1);
      }
    }
    CodeWriter writer =
        switch (form) {
          case CSV -> new CsvFile(source.columns());
          case NDJSON -> new NdjsonFile(source.columns());
          case PDF -> new PdfFile(stock);
          case ZPL -> new ZplFile(stock);
          case ZIP -> SvgZip.of(part.count(), stock);
          case JSON, SVG, PNG -> throw new IllegalArgumentException(form + " is of one code");
        };
    return new CodeFile(writer, () -> source.codes(part));
  }

  /**
   * One code, on labels once.
   *
   * @param form one of {@link CodeForm#ONE} but JSON
   * @throws ProblemException INVALID_INPUT if the label asked for is none, or has no room
   */
  public static CodeFile one(PrintedCode code, CodeForm form, LabelQuery asked) {
    return copies(code, form, asked, "1");
  }

  /**
   * One code, on labels more than once.
   *
   * @param copies the query parameter; without it a page is filled, which is one label on a roll
   * @throws ProblemException INVALID_INPUT also if this is no number of copies
   */
  public static CodeFile copies(
      PrintedCode code, CodeForm form, LabelQuery asked, @Nullable String copies) {
    LabelStock stock = asked.stock(form, code);
    int number = Copies.number(copies, stock);
    if (hasLabels(form, code)) {
      mustFit(code, stock, asked, false);
    }
    CodeWriter writer =
        switch (form) {
          case PDF -> new PdfFile(stock);
          case ZPL -> new ZplFile(stock);
          case SVG, PNG -> new Picture(form, stock);
          case JSON, CSV, NDJSON, ZIP ->
              throw new IllegalArgumentException(form + " is of many codes");
        };
    return new CodeFile(writer, () -> Collections.nCopies(number, code).iterator());
  }

  private static boolean hasLabels(CodeForm form, PrintedCode code) {
    return switch (form) {
      case PDF, ZPL -> true;
      case SVG, PNG, ZIP -> code.isItsLabel();
      case JSON, CSV, NDJSON -> false;
    };
  }

  private static void mustFit(
      PrintedCode code, LabelStock stock, LabelQuery asked, boolean oneOfSeveral) {
    try {
      var unused = code.layout(stock);
    } catch (IllegalArgumentException e) {
      String whose = oneOfSeveral ? " for " + code.name() : "";
      throw ProblemException.invalid(
          List.of(
              new Violation(
                  "label",
                  asked.label,
                  "is too small" + whose + ": " + String.valueOf(e.getMessage()))));
    }
  }

  /** Leaves the stream open. */
  @Override
  public void write(OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, BUFFER);
    writer.write(codes.get(), buffered);
    buffered.flush();
  }
}

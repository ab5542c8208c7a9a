package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.shilian.symbol.label.Label;

/** A label for each code, as a PDF of a roll or of sheets. */
final class PdfFile implements CodeFile {
  private final CodeLabel label;
  private final LabelStock stock;

  PdfFile(CodeLabel label, LabelStock stock) {
    this.label = label;
    this.stock = stock;
  }

  @Override
  public void write(IssuedCodes codes, OutputStream out) throws IOException {
    Iterator<Label> labels =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return codes.hasNext();
          }

          @Override
          public Label next() {
            return label.of(codes.next());
          }
        };
    stock.sheet().write(labels, stock.dpi(), out);
  }
}

package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.shilian.symbol.label.Label;

/** A label for each code, as a PDF of a roll or of sheets. */
final class PdfFile implements CodeWriter {
  private final LabelStock stock;

  PdfFile(LabelStock stock) {
    this.stock = stock;
  }

  @Override
  public void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException {
    Iterator<Label> labels =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return codes.hasNext();
          }

          @Override
          public Label next() {
            return codes.next().label();
          }
        };
    stock.sheet().write(labels, stock.dpi(), out);
  }
}

package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.shilian.symbol.label.LabelLayout;

/** A label for each code in ZPL II, one behind the other. */
final class ZplFile implements CodeFile {
  private final CodeLabel label;
  private final LabelStock stock;

  ZplFile(CodeLabel label, LabelStock stock) {
    this.label = label;
    this.stock = stock;
  }

  @Override
  public void write(IssuedCodes codes, OutputStream out) throws IOException {
    while (codes.hasNext()) {
      LabelLayout layout =
          LabelLayout.of(label.of(codes.next()), stock.sheet().label(), stock.dpi());
      out.write(layout.toZpl().getBytes(StandardCharsets.UTF_8));
    }
  }
}

package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** A label for each code in ZPL II, one behind the other. */
final class ZplFile implements CodeWriter {
  private final LabelStock stock;

  ZplFile(LabelStock stock) {
    this.stock = stock;
  }

  @Override
  public void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException {
    while (codes.hasNext()) {
      out.write(codes.next().layout(stock).toZpl().getBytes(StandardCharsets.UTF_8));
    }
  }
}

package org.shilian.codes.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.shilian.symbol.QrSymbol;

/** One code as a picture: its QR symbol, or its label where the symbol is not all of it. */
public final class Picture implements CodeWriter {
  private static final int PNG_MODULE_PIXELS = 8;

  private final CodeForm form;
  private final LabelStock stock;

  Picture(CodeForm form, LabelStock stock) {
    this.form = form;
    this.stock = stock;
  }

  /**
   * A QR symbol as SVG or PNG.
   *
   * @param text what it holds
   */
  public static byte[] ofSymbol(String text, CodeForm form) {
    QrSymbol symbol = QrSymbol.of(text);
    return switch (form) {
      case SVG -> symbol.toSvg().getBytes(StandardCharsets.UTF_8);
      case PNG -> symbol.toPng(PNG_MODULE_PIXELS);
      default -> throw new IllegalArgumentException(form + " is no picture");
    };
  }

  /** The picture of a code as SVG. */
  static byte[] svg(PrintedCode code, LabelStock stock) {
    return code.isItsLabel()
        ? code.layout(stock).toSvg().getBytes(StandardCharsets.UTF_8)
        : ofSymbol(code.symbolText(), CodeForm.SVG);
  }

  @Override
  public void write(Iterator<? extends PrintedCode> codes, OutputStream out) throws IOException {
    PrintedCode code = codes.next();
    out.write(
        form == CodeForm.SVG
            ? svg(code, stock)
            : code.isItsLabel() ? code.layout(stock).toPng() : ofSymbol(code.symbolText(), form));
  }
}

package org.shilian.symbol.canvas;

import java.util.List;
import java.util.PrimitiveIterator;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.Symbol.Bar;
import org.shilian.symbol.XDimension;

/** Draws the contents of one PDF page. */
final class PdfCanvas implements Canvas {
  private static final String HEX = "0123456789ABCDEF";

  private final double width;
  private final double height;
  private final List<PdfFont> fonts;
  private final StringBuilder contents = new StringBuilder(16_384);

  PdfCanvas(double width, double height, List<PdfFont> fonts) {
    this.width = width;
    this.height = height;
    this.fonts = fonts;
    // from here on in millimetres, downwards
    Decimals.append(contents, PdfDocument.POINTS_PER_MILLIMETRE).append(" 0 0 ");
    Decimals.append(contents, -PdfDocument.POINTS_PER_MILLIMETRE).append(" 0 ");
    Decimals.append(contents, height * PdfDocument.POINTS_PER_MILLIMETRE).append(" cm\n");
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  String contents() {
    return contents.toString();
  }

  @Override
  public void bars(Symbol symbol, double left, double top, XDimension module) {
    contents.append("q ");
    Decimals.append(contents, module.millimetres()).append(" 0 0 ");
    Decimals.append(contents, module.millimetres()).append(' ');
    Decimals.append(contents, left).append(' ');
    Decimals.append(contents, top).append(" cm\n");
    for (Bar bar : symbol.bars()) {
      contents
          .append(bar.x())
          .append(' ')
          .append(bar.y())
          .append(' ')
          .append(bar.width())
          .append(' ')
          .append(bar.height())
          .append(" re\n");
    }
    contents.append("f Q\n");
  }

  @Override
  public void text(double left, double baseline, double size, String text) {
    if (text.isEmpty()) {
      return;
    }
    contents.append("BT 1 0 0 -1 ");
    Decimals.append(contents, left).append(' ');
    Decimals.append(contents, baseline).append(" Tm ");
    int current = -1;
    for (PrimitiveIterator.OfInt c = text.codePoints().iterator(); c.hasNext(); ) {
      Typeface.Letter letter = Typeface.get().letter(c.nextInt());
      if (letter.font() != current) {
        contents.append(current < 0 ? "" : ">Tj ").append("/F").append(letter.font()).append(' ');
        Decimals.append(contents, size).append(" Tf<");
        current = letter.font();
      }
      fonts.get(current).use(letter);
      for (int shift = 12; shift >= 0; shift -= 4) {
        contents.append(HEX.charAt((letter.glyph() >> shift) & 0xf));
      }
    }
    contents.append(">Tj ET\n");
  }
}

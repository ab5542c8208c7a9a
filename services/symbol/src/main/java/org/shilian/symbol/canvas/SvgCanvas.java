package org.shilian.symbol.canvas;

import java.util.Locale;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.Symbol.Bar;
import org.shilian.symbol.XDimension;

/** Draws an SVG document with a size in millimetres. Text stays text. */
public final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder(4096);

  /** A document of this size in millimetres. */
  public SvgCanvas(double width, double height) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$smm\" height=\"%2$smm\""
                + " viewBox=\"0 0 %1$s %2$s\"><rect width=\"100%%\" height=\"100%%\""
                + " fill=\"#fff\"/>",
            Decimals.of(width),
            Decimals.of(height)));
  }

  @Override
  public void bars(Symbol symbol, double left, double top, XDimension module) {
    svg.append("<path shape-rendering=\"crispEdges\" transform=\"translate(");
    Decimals.append(svg, left).append(' ');
    Decimals.append(svg, top).append(")scale(");
    Decimals.append(svg, module.millimetres()).append(")\" d=\"");
    for (Bar bar : symbol.bars()) {
      svg.append('M')
          .append(bar.x())
          .append(' ')
          .append(bar.y())
          .append('h')
          .append(bar.width())
          .append('v')
          .append(bar.height())
          .append('h')
          .append(-bar.width())
          .append('z');
    }
    svg.append("\"/>");
  }

  @Override
  public void text(double left, double baseline, double size, String text) {
    svg.append("<text font-family=\"DejaVu Sans Condensed,Noto Sans SC,sans-serif\" x=\"");
    Decimals.append(svg, left).append("\" y=\"");
    Decimals.append(svg, baseline).append("\" font-size=\"");
    Decimals.append(svg, size).append('"');
    // keeps the layout whatever fonts the reader has
    if (text.length() > 1) {
      svg.append(" lengthAdjust=\"spacingAndGlyphs\" textLength=\"");
      Decimals.append(svg, Typeface.get().width(text) * size).append('"');
    }
    svg.append('>');
    escape(text);
    svg.append("</text>");
  }

  private void escape(String text) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> svg.append("&lt;");
                case '>' -> svg.append("&gt;");
                case '&' -> svg.append("&amp;");
                default -> svg.appendCodePoint(isXml(c) ? c : '\ufffd');
              }
            });
  }

  /** Whether XML 1.0 lets the character stand in a document. */
  private static boolean isXml(int c) {
    return c == '\t'
        || (c >= ' ' && c < 0xd800)
        || (c >= 0xe000 && c < 0xfffe)
        || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  /** The document so far. */
  public String document() {
    return svg + "</svg>";
  }
}

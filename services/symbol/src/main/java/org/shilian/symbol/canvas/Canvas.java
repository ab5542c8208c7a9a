package org.shilian.symbol.canvas;

import org.shilian.symbol.Symbol;
import org.shilian.symbol.Symbol.Caption;
import org.shilian.symbol.XDimension;

/** A white area that black things are drawn on. Used by one thread. */
public interface Canvas {
  /**
   * Draws a symbol's bars.
   *
   * @param left millimetres to the symbol's own left side, right of its quiet zone
   * @param top millimetres to the symbol's own upper side
   */
  void bars(Symbol symbol, double left, double top, XDimension module);

  /**
   * Draws a line of text.
   *
   * @param left millimetres to where it starts
   * @param baseline millimetres to where its letters stand
   * @param size of the letters in millimetres, from line to line of text set solid
   */
  void text(double left, double baseline, double size, String text);

  /** Draws a symbol with its text for people; parameters as {@link #bars}. */
  default void symbol(Symbol symbol, double left, double top, XDimension module) {
    bars(symbol, left, top, module);
    double scale = module.millimetres();
    for (Caption caption : symbol.captions()) {
      caption(caption, left, top, scale);
    }
  }

  private void caption(Caption caption, double left, double top, double scale) {
    double size = caption.size() * scale;
    double x = left + caption.x() * scale;
    double width = caption.width() * scale;
    double baseline = top + caption.baseline() * scale;
    if (!caption.spread()) {
      double space = width - Typeface.get().width(caption.text()) * size;
      text(x + space / 2, baseline, size, caption.text());
      return;
    }
    double each = width / caption.text().length();
    for (int i = 0; i < caption.text().length(); i++) {
      String letter = caption.text().substring(i, i + 1);
      double space = each - Typeface.get().width(letter) * size;
      text(x + i * each + space / 2, baseline, size, letter);
    }
  }
}

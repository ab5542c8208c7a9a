package org.shilian.codes.print;

import java.util.List;
import org.shilian.codes.file.LabelStock;
import org.shilian.symbol.QrSymbol;
import org.shilian.symbol.label.Label;
import org.shilian.symbol.label.LabelLayout;

/** A code that can be had in each {@link PrintForm}. */
public interface PrintedCode {
  /** How wide a module of a symbol's PNG is. */
  int PNG_MODULE_PIXELS = 8;

  /** What it is called in a ZIP, of characters that any file name may have. */
  String name();

  /** What is in its row of a sheet, column by column. */
  List<String> cells();

  /** What its QR symbol holds. */
  String symbolText();

  /** Its label, made anew each time. */
  Label label();

  /** Its picture as SVG: the QR symbol, unless the kind of code is more than that. */
  default String svg(LabelStock stock) {
    return QrSymbol.of(symbolText()).toSvg();
  }

  /** The same picture as PNG. */
  default byte[] png(LabelStock stock) {
    return QrSymbol.of(symbolText()).toPng(PNG_MODULE_PIXELS);
  }

  /**
   * Its label laid out.
   *
   * @throws IllegalArgumentException if the stock has no room for it
   */
  default LabelLayout layout(LabelStock stock) {
    return LabelLayout.of(label(), stock.sheet().label(), stock.dpi());
  }
}

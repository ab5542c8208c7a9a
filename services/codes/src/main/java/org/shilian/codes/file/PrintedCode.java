package org.shilian.codes.file;

import java.util.List;
import org.shilian.symbol.label.Label;
import org.shilian.symbol.label.LabelLayout;

/** A code that can be had in each {@link CodeForm}. */
public interface PrintedCode {
  /** What it is called in a ZIP, of characters that any file name may have. */
  String name();

  /** What is in its row of a sheet, column by column. */
  List<String> cells();

  /** What its QR symbol holds: the Digital Link, scheme and host in upper case. */
  String symbolText();

  /** Its label, made anew each time. */
  Label label();

  /**
   * What its labels are printed on unless a request says otherwise, as {@link LabelStock} has it.
   */
  default String usualStock() {
    return LabelStock.PACKAGE;
  }

  /** Whether a picture of it is one of its label, since the QR symbol alone is not all of it. */
  default boolean isItsLabel() {
    return false;
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

package org.shilian.codes.item;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.Lot;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

/**
 * What the labels of a lot's packages say: all the same but for the code and the serial.
 *
 * @param product its name
 */
record ItemLabel(
    String product, Lot lot, @Nullable LocalDate produced, @Nullable LocalDate expires) {
  private static final int GROUP = 4;

  /** The label of one package. */
  Label of(ItemCode code) {
    Label batch =
        Label.ofBatch(Symbol.qr(code.symbolText(), Level.M), product, lot, produced, expires);
    List<String> lines = new ArrayList<>(batch.lines());
    lines.add(grouped(code.serial()));
    return new Label(batch.symbol(), null, product, lines, batch.invitation());
  }

  /** In groups of four, to be read out, and to be broken where a label is narrow. */
  private static String grouped(String serial) {
    StringBuilder text = new StringBuilder(serial);
    for (int i = serial.length() - GROUP; i > 0; i -= GROUP) {
      text.insert(i, ' ');
    }
    return text.toString();
  }
}

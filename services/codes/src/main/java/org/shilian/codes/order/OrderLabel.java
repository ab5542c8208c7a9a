package org.shilian.codes.order;

import java.util.List;
import org.shilian.codes.file.CodeLabel;
import org.shilian.codes.file.IssuedCode;
import org.shilian.registry.order.OrderKind;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

/**
 * What order codes are printed as. On a seal stands who packed the meal; on a delivery's code,
 * which passes through many hands, no name.
 *
 * @param operator the name of whoever the codes belong to
 */
record OrderLabel(OrderKind kind, String operator) implements CodeLabel {
  private static final int TYPE_DIGITS = 13;
  private static final int GROUP = 6;

  @Override
  public Label of(IssuedCode code) {
    Symbol symbol = Symbol.qr(code.symbolText(), Level.M);
    String serial = grouped(code.name().substring(TYPE_DIGITS));
    return switch (kind) {
      case SEALED_MEAL ->
          new Label(symbol, null, operator, List.of("外卖封签", "No. " + serial), "扫码看餐食来源");
      case DELIVERY -> new Label(symbol, null, "送货单", List.of("No. " + serial), "扫码收货");
    };
  }

  /** In groups, to be read out, and to be broken where a label is narrow. */
  private static String grouped(String serial) {
    StringBuilder text = new StringBuilder(serial);
    for (int i = serial.length() - GROUP; i > 0; i -= GROUP) {
      text.insert(i, ' ');
    }
    return text.toString();
  }
}

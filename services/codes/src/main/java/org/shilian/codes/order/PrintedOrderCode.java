package org.shilian.codes.order;

import java.util.List;
import org.shilian.codes.file.PrintedCode;
import org.shilian.registry.order.OrderKind;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

/**
 * An order code as it is printed. On a seal stands who packed the meal; on a delivery's code, which
 * passes through many hands, no name.
 *
 * @param digitalLink the GS1 Digital Link URI
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 * @param gdti document type and serial
 * @param operator the name of whoever the code belongs to
 */
record PrintedOrderCode(
    String digitalLink, String symbolText, String gdti, OrderKind kind, String operator)
    implements PrintedCode {
  static final List<String> COLUMNS = List.of("digitalLink", "gdti");

  private static final int TYPE_DIGITS = 13;
  private static final int GROUP = 6;

  @Override
  public String name() {
    return gdti;
  }

  @Override
  public List<String> cells() {
    return List.of(digitalLink, gdti);
  }

  @Override
  public Label label() {
    Symbol symbol = Symbol.qr(symbolText, Level.M);
    String serial = grouped(gdti.substring(TYPE_DIGITS));
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

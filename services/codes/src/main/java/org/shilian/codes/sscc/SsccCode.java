package org.shilian.codes.sscc;

import java.util.List;
import org.shilian.codes.file.LabelStock;
import org.shilian.codes.file.PrintedCode;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.ElementString;
import org.shilian.gs1.Sscc;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

/**
 * The code of one box or pallet.
 *
 * @param shipper the name of whom it was issued for
 * @param digitalLink the GS1 Digital Link URI
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 */
record SsccCode(Sscc sscc, String shipper, String digitalLink, String symbolText)
    implements PrintedCode {
  static final List<String> COLUMNS = List.of("digitalLink", "sscc");

  private static final int GROUP = 6;

  /**
   * The code of a box.
   *
   * @param base scheme, host and perhaps a path of the resolver that the code leads to
   */
  static SsccCode of(Sscc sscc, String shipper, String base) {
    DigitalLink link = DigitalLink.ofLogisticUnit(sscc);
    return new SsccCode(sscc, shipper, link.toUri(base), link.toUpperCaseUri(base));
  }

  /** The same as a bracketed GS1 element string. */
  String elementString() {
    return "(00)" + sscc;
  }

  @Override
  public String name() {
    return sscc.value();
  }

  @Override
  public List<String> cells() {
    return List.of(digitalLink, sscc.value());
  }

  @Override
  public String usualStock() {
    return LabelStock.LOGISTIC;
  }

  /** The QR symbol, and the GS1-128 that every warehouse reads today. */
  @Override
  public Label label() {
    Symbol qr = Symbol.qr(symbolText, Level.M);
    Symbol bars = Symbol.gs1128(ElementString.parse(elementString()));
    return new Label(qr, bars, shipper, List.of("SSCC", grouped()), "");
  }

  /** In groups of six, to be read out, and to be broken where a label is narrow. */
  private String grouped() {
    String digits = sscc.value();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < digits.length(); i += GROUP) {
      text.append(i == 0 ? "" : " ").append(digits, i, Math.min(i + GROUP, digits.length()));
    }
    return text.toString();
  }
}

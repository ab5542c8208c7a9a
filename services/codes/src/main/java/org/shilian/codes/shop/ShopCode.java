package org.shilian.codes.shop;

import java.util.List;
import org.shilian.codes.file.LabelStock;
import org.shilian.codes.file.PrintedCode;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gln;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

/**
 * The code of a shop.
 *
 * @param shop its name
 * @param digitalLink the GS1 Digital Link URI
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 */
record ShopCode(Gln gln, String shop, String digitalLink, String symbolText)
    implements PrintedCode {
  /** What people are told to do with the code. */
  private static final String SCAN_TO_SEE_SOURCES = "扫码看货源";

  /**
   * The code of a shop.
   *
   * @param base scheme, host and perhaps a path of the resolver that the code leads to
   */
  static ShopCode of(Gln gln, String shop, String base) {
    DigitalLink link = DigitalLink.ofPlace(gln);
    return new ShopCode(gln, shop, link.toUri(base), link.toUpperCaseUri(base));
  }

  @Override
  public String name() {
    return gln.value();
  }

  @Override
  public List<String> cells() {
    return List.of(digitalLink, gln.value(), shop);
  }

  @Override
  public String usualStock() {
    return LabelStock.LOGISTIC;
  }

  @Override
  public Label label() {
    return new Label(
        Symbol.qr(symbolText, Level.M), null, shop, List.of("GLN " + gln), SCAN_TO_SEE_SOURCES);
  }
}

package org.shilian.codes.migrate;

import java.time.Instant;
import java.util.List;
import org.shilian.codes.file.LabelStock;
import org.shilian.codes.file.PrintedCode;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;

/**
 * A product with its 2D code.
 *
 * @param product its name
 * @param specification how it is packed
 * @param digitalLink the GS1 Digital Link URI
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 * @param migratedBy id of the API key that asked for it
 */
record MigratedProduct(
    Gtin gtin,
    Uscc operator,
    String product,
    String specification,
    String digitalLink,
    String symbolText,
    String migratedBy,
    Instant migratedAt)
    implements PrintedCode {
  static final List<String> COLUMNS = List.of("digitalLink", "gtin", "barCode", "product");

  /**
   * A product with the code that leads to it.
   *
   * @param base scheme, host and perhaps a path of the resolver that the code leads to
   */
  static MigratedProduct of(
      Gtin gtin,
      Uscc operator,
      String product,
      String specification,
      String migratedBy,
      Instant migratedAt,
      String base) {
    DigitalLink link = DigitalLink.ofProduct(gtin);
    return new MigratedProduct(
        gtin,
        operator,
        product,
        specification,
        link.toUri(base),
        link.toUpperCaseUri(base),
        migratedBy,
        migratedAt);
  }

  /** The digits beneath the old bar code. */
  String barCode() {
    return gtin.digits(gtin.format());
  }

  /** What the old bar code is called: EAN-13, EAN-8, UPC-A or ITF-14. */
  String carrier() {
    return Symbol.retail(gtin).carrier().text();
  }

  @Override
  public String name() {
    return gtin.value();
  }

  @Override
  public List<String> cells() {
    return List.of(digitalLink, gtin.value(), barCode(), product);
  }

  /** Both codes, so that every till finds the one it reads. */
  @Override
  public Label label() {
    return new Label(
            Symbol.qr(symbolText, Level.M),
            null,
            product,
            List.of(specification),
            Label.SCAN_TO_TRACE)
        .beside(Symbol.retail(gtin));
  }

  @Override
  public String usualStock() {
    return LabelStock.CARTON;
  }

  @Override
  public boolean isItsLabel() {
    return true;
  }
}

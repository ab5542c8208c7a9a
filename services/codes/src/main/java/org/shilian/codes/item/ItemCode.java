package org.shilian.codes.item;

import java.util.List;
import org.shilian.codes.file.PrintedCode;
import org.shilian.symbol.label.Label;

/**
 * The code of one package.
 *
 * @param digitalLink the GS1 Digital Link URI
 * @param symbolText the same as the QR symbol holds it, scheme and host in upper case
 * @param lot what is on the labels of all packages of the lot
 */
record ItemCode(String digitalLink, String symbolText, String serial, ItemLabel lot)
    implements PrintedCode {
  static final List<String> COLUMNS = List.of("digitalLink", "serial");

  @Override
  public String name() {
    return serial;
  }

  @Override
  public List<String> cells() {
    return List.of(digitalLink, serial);
  }

  @Override
  public Label label() {
    return lot.of(this);
  }
}

package org.shilian.codes.key;

import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gs1Exception;

/**
 * A kind of key that is counted on its own under each prefix.
 *
 * @param text what it is called in the database and to people
 * @param logisticUnit whether it has the room of an SSCC, rather than that of a GLN or GDTI
 */
public record KeyKind(String text, boolean logisticUnit) {
  public static final KeyKind GLN = new KeyKind("gln", false);

  /** Document types of order codes. */
  public static final KeyKind GDTI = new KeyKind("gdti", false);

  /**
   * SSCCs with this extension digit.
   *
   * @throws Gs1Exception if it is not one digit
   */
  public static KeyKind sscc(int extension) {
    if (extension < 0 || extension > 9) {
      throw new Gs1Exception(
          "extension digit", Integer.toString(extension), "is not one digit, 0 to 9");
    }
    return new KeyKind("sscc-" + extension, true);
  }

  /** How many of them a prefix has room for. */
  public long capacity(CompanyPrefix prefix) {
    return logisticUnit ? prefix.logisticUnits() : prefix.capacity();
  }
}

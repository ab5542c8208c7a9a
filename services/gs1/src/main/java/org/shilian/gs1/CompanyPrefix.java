package org.shilian.gs1;

import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.CheckDigit;

/**
 * A GS1 Company Prefix (厂商识别代码): the digits with which all keys of one company start. Its owner
 * numbers things within it; this type puts prefix, number and check digit together. A company with
 * a U.P.C. Company Prefix has that with a zero in front.
 *
 * @param value 4 to 12 digits
 */
public record CompanyPrefix(String value) implements Comparable<CompanyPrefix> {
  private static final String WHAT = "company prefix";
  private static final int SHORTEST = 4;
  private static final int LONGEST = 12;

  /** The digits of prefix and number together, in front of the check digit. */
  private static final int TRADE_ITEM = 12;

  private static final int LOGISTIC_UNIT = 16;
  private static final int SHIPMENT = 16;
  private static final int SERVICE_RELATION = 17;

  /** Checks the value. */
  public CompanyPrefix {
    if (value.length() < SHORTEST || value.length() > LONGEST) {
      throw new Gs1Exception(
          WHAT, value, "has " + value.length() + " characters, expected 4 to 12 digits");
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        throw new Gs1Exception(WHAT, value, "character " + (i + 1) + " is not a digit");
      }
    }
  }

  /** How many digits it has. */
  public int length() {
    return value.length();
  }

  /** How many GTIN-13, GLNs, GDTI types or GRAI types, of each, it has room for. */
  public long capacity() {
    return power(TRADE_ITEM - value.length());
  }

  /** How many SSCCs it has room for with each extension digit. */
  public long logisticUnits() {
    return power(LOGISTIC_UNIT - value.length());
  }

  /**
   * The GTIN-13 with this item reference.
   *
   * @throws Gs1Exception if the reference is below 0 or not below {@link #capacity()}
   */
  public Gtin gtin(long itemReference) {
    return gtin(0, itemReference);
  }

  /**
   * The GTIN-14 of a group of equal items, such as a carton.
   *
   * @param indicator 1 to 8 for a level of packing, 9 for a product of variable measure, 0 for the
   *     GTIN-13 itself
   * @throws Gs1Exception if indicator or reference is out of range
   */
  public Gtin gtin(int indicator, long itemReference) {
    return new Gtin(digit("indicator", indicator) + keyOf(TRADE_ITEM, itemReference, indicator));
  }

  /** The GLN with this location reference; throws as {@link #gtin(long)}. */
  public Gln gln(long locationReference) {
    return new Gln(keyOf(TRADE_ITEM, locationReference, 0));
  }

  /**
   * The SSCC with this serial reference.
   *
   * @param extension 0 to 9, as the owner likes
   * @throws Gs1Exception if one of them is out of range
   */
  public Sscc sscc(int extension, long serialReference) {
    return new Sscc(
        digit("extension digit", extension) + keyOf(LOGISTIC_UNIT, serialReference, extension));
  }

  /**
   * The GDTI of a document.
   *
   * @param serial null for the type itself
   * @throws Gs1Exception if the type or the serial is out of range
   */
  public Gdti gdti(long documentType, @Nullable String serial) {
    return new Gdti(keyOf(TRADE_ITEM, documentType, 0) + (serial == null ? "" : serial));
  }

  /** The GRAI of a returnable asset; as {@link #gdti}. */
  public Grai grai(long assetType, @Nullable String serial) {
    return new Grai("0" + keyOf(TRADE_ITEM, assetType, 0) + (serial == null ? "" : serial));
  }

  /**
   * The GIAI of an asset.
   *
   * @param reference what names it: with the prefix up to 30 characters of CSET 82
   * @throws Gs1Exception if it is empty, too long or has other characters
   */
  public Giai giai(String reference) {
    return new Giai(value + notEmpty("asset reference", reference));
  }

  /** The GINC of a consignment; as {@link #giai}. */
  public Ginc ginc(String reference) {
    return new Ginc(value + notEmpty("consignment reference", reference));
  }

  /** The GSRN with this reference; throws as {@link #gtin(long)}. */
  public Gsrn gsrn(long serviceReference) {
    return new Gsrn(keyOf(SERVICE_RELATION, serviceReference, 0));
  }

  /** The GSIN with this reference; throws as {@link #gtin(long)}. */
  public Gsin gsin(long shipperReference) {
    return new Gsin(keyOf(SHIPMENT, shipperReference, 0));
  }

  /** Whether the trade item is numbered within this prefix; never of a GTIN-8, which has none. */
  public boolean owns(Gtin gtin) {
    return gtin.format() != Gtin.Format.GTIN_8 && gtin.value().startsWith(value, 1);
  }

  /** Whether the place or party is numbered within this prefix. */
  public boolean owns(Gln gln) {
    return gln.value().startsWith(value);
  }

  /** Whether the box or pallet is numbered within this prefix. */
  public boolean owns(Sscc sscc) {
    return sscc.value().startsWith(value, 1);
  }

  /** Whether the document is numbered within this prefix. */
  public boolean owns(Gdti gdti) {
    return gdti.value().startsWith(value);
  }

  /** Prefix, number and the check digit over them and the digit that the key has in front. */
  private String keyOf(int digits, long number, int first) {
    int width = digits - value.length();
    if (number < 0 || number >= power(width)) {
      throw new Gs1Exception(
          "reference",
          Long.toString(number),
          "is out of range: behind a company prefix of "
              + value.length()
              + " digits there are "
              + width
              + " for it");
    }
    String reference = width == 0 ? "" : Long.toString(power(width) + number).substring(1);
    String body = value + reference;
    return body + CheckDigit.of(first + body);
  }

  private static String digit(String what, int digit) {
    if (digit < 0 || digit > 9) {
      throw new Gs1Exception(what, Integer.toString(digit), "is not one digit");
    }
    return Integer.toString(digit);
  }

  private static String notEmpty(String what, String reference) {
    Gs1Exception.refuseIf(what, reference, reference.isEmpty() ? "is missing" : null);
    return reference;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  @Override
  public int compareTo(CompanyPrefix other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

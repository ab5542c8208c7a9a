package org.shilian.gs1;

/**
 * A thing or a kind of things by its GS1 key, and how long the company prefix in the key is, which
 * a Digital Link does not say and an EPC URN needs.
 *
 * @param link the thing
 * @param companyPrefixLength 6 to 12 digits
 */
public record Epc(DigitalLink link, int companyPrefixLength) {
  /**
   * Reads an EPC URN, as {@link EpcUrn#toDigitalLink} does, and keeps what it says of the prefix.
   *
   * @throws Gs1Exception if it is not an EPC URN, is of another scheme, or does not stand for a key
   */
  public static Epc parse(String urn) {
    return EpcUrn.parse(urn);
  }

  /**
   * The EPC URN.
   *
   * @throws Gs1Exception as {@link EpcUrn#of}
   */
  public String urn() {
    return EpcUrn.of(link, companyPrefixLength);
  }

  @Override
  public String toString() {
    return urn();
  }
}

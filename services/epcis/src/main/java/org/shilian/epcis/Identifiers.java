package org.shilian.epcis;

import java.util.List;

/**
 * What may stand for a thing, a class of things, a place or a party (EPCIS 2.0 §7.3.3, CBV 2.0 §8):
 * any absolute URI, but an EPC URN of a scheme known here must be a right one, and a quantity must
 * not be of what is plainly one thing. The other way round a class in an EPC list is let through,
 * though the standard's prose is against it: published events have it.
 */
final class Identifiers {
  private static final int KIND = "urn:epc:".length();

  private Identifiers() {}

  /** Refuses what identifies nothing. */
  static void any(Violations found, String field, String value) {
    if (!Checks.isUri(value)) {
      Checks.uri(found, field, value);
    } else if (EpcNormalForm.isEpcUrn(value)) {
      String fault = EpcNormalForm.faultOfUrn(value);
      if (fault != null) {
        found.add(field, value, fault);
      }
    }
  }

  /** An immutable copy of a list of things. */
  static List<String> all(Violations found, String list, List<String> values) {
    List<String> copy = List.copyOf(values);
    for (int i = 0; i < copy.size(); i++) {
      String value = copy.get(i);
      if (!Checks.isUri(value) || EpcNormalForm.isEpcUrn(value)) {
        any(found, list + "/" + i, value);
      }
    }
    return copy;
  }

  /** Refuses what identifies nothing, or one thing. */
  static void objectClass(Violations found, String field, String value) {
    any(found, field, value);
    boolean thing =
        EpcNormalForm.isEpcUrn(value)
            ? value.startsWith("id:", KIND)
            : EpcNormalForm.isHttp(value) && isThing(EpcNormalForm.of(value));
    if (thing) {
      found.add(field, value, "names one thing, which belongs in an EPC list");
    }
  }

  /** Whether a Digital Link in its normal form has a serial number behind the key of a product. */
  private static boolean isThing(String link) {
    String product = EpcNormalForm.HOST + "/01/";
    int serial = product.length() + 14;
    return link.startsWith(product) && link.startsWith("/21/", serial);
  }
}

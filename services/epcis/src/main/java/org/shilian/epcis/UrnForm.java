package org.shilian.epcis;

import org.jspecify.annotations.Nullable;

/**
 * The Digital Link of the EPC URNs that nearly all events are made of, in one pass and without the
 * {@link org.shilian.gs1.EpcUrn} that knows all of them: an event has a dozen. It must agree with
 * that one, which a test compares it to, and leaves to it whatever is out of the ordinary.
 */
final class UrnForm {
  private static final int SHORTEST_PREFIX = 6;
  private static final int LONGEST_PREFIX = 12;
  private static final int LONGEST_GIAI = 30;

  private UrnForm() {}

  /** The link in the event hash's form; null where {@link org.shilian.gs1.EpcUrn} must be asked. */
  static @Nullable String link(String urn) {
    if (urn.startsWith("urn:epc:id:")) {
      int scheme = "urn:epc:id:".length();
      int end = urn.indexOf(':', scheme);
      return switch (end < 0 ? "" : urn.substring(scheme, end)) {
        case "sgtin" -> indicated(urn, end + 1, "/01/", 13, "/21/");
        case "sscc" -> indicated(urn, end + 1, "/00/", 17, "");
        case "sgln" -> numbered(urn, end + 1, "/414/", "/254/", 20);
        case "pgln" -> numbered(urn, end + 1, "/417/", "", 0);
        case "gdti" -> numbered(urn, end + 1, "/253/", "", 17);
        case "grai" -> numbered(urn, end + 1, "/8003/0", "", 16);
        case "giai" -> asset(urn, end + 1);
        default -> null;
      };
    }
    if (urn.startsWith("urn:epc:class:lgtin:")) {
      return indicated(urn, "urn:epc:class:lgtin:".length(), "/01/", 13, "/10/");
    }
    return null;
  }

  /** A key whose first digit the URN has behind the company prefix. */
  private static @Nullable String indicated(
      String urn, int from, String ai, int digits, String tail) {
    int dot = urn.indexOf('.', from);
    int prefix = dot - from;
    int end = dot + 1 + digits - prefix;
    if (!isPrefix(urn, from, prefix) || !areDigits(urn, dot + 1, end)) {
      return null;
    }
    StringBuilder out = start(ai);
    int key = out.length();
    out.append(urn.charAt(dot + 1)).append(urn, from, dot).append(urn, dot + 2, end);
    appendCheckDigit(out, key);
    if (tail.isEmpty()) {
      return end == urn.length() ? out.toString() : null;
    }
    if (!isTail(urn, end, 20)) {
      return null;
    }
    return out.append(tail).append(urn, end + 1, urn.length()).toString();
  }

  /** A key of twelve digits and their check digit; what names one of its kind may follow. */
  private static @Nullable String numbered(
      String urn, int from, String ai, String tail, int longestTail) {
    int dot = urn.indexOf('.', from);
    int prefix = dot - from;
    int end = dot + 1 + 12 - prefix;
    if (!isPrefix(urn, from, prefix) || !areDigits(urn, dot + 1, end)) {
      return null;
    }
    StringBuilder out = start(ai);
    int key = out.length();
    out.append(urn, from, dot).append(urn, dot + 1, end);
    appendCheckDigit(out, key);
    if (longestTail == 0) {
      return end == urn.length() ? out.toString() : null;
    }
    if (!isTail(urn, end, longestTail)) {
      return null;
    }
    boolean none = !tail.isEmpty() && urn.length() == end + 2 && urn.charAt(end + 1) == '0';
    return none ? out.toString() : out.append(tail).append(urn, end + 1, urn.length()).toString();
  }

  private static @Nullable String asset(String urn, int from) {
    int dot = urn.indexOf('.', from);
    int prefix = dot - from;
    if (!isPrefix(urn, from, prefix) || !isTail(urn, dot, LONGEST_GIAI - prefix)) {
      return null;
    }
    return start("/8004/").append(urn, from, dot).append(urn, dot + 1, urn.length()).toString();
  }

  private static StringBuilder start(String ai) {
    return new StringBuilder(64).append(EpcNormalForm.HOST).append(ai);
  }

  private static boolean isPrefix(String urn, int from, int length) {
    return length >= SHORTEST_PREFIX
        && length <= LONGEST_PREFIX
        && areDigits(urn, from, from + length);
  }

  private static boolean areDigits(String urn, int from, int to) {
    if (to > urn.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!Checks.isDigit(urn.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a dot is there, and behind it letters, digits and hyphens that need no encoding. */
  private static boolean isTail(String urn, int dot, int longest) {
    int length = urn.length() - dot - 1;
    if (length < 1 || length > longest || urn.charAt(dot) != '.') {
      return false;
    }
    for (int i = dot + 1; i < urn.length(); i++) {
      char c = urn.charAt(i);
      if (!Checks.isDigit(c) && !Checks.isLetter(c) && c != '-') {
        return false;
      }
    }
    return true;
  }

  /** GS1 General Specifications §7.9: weights of 3 and 1 from the right. */
  private static void appendCheckDigit(StringBuilder out, int key) {
    int sum = 0;
    int weight = 3;
    for (int i = out.length() - 1; i >= key; i--) {
      sum += (out.charAt(i) - '0') * weight;
      weight = 4 - weight;
    }
    out.append((char) ('0' + (10 - sum % 10) % 10));
  }
}

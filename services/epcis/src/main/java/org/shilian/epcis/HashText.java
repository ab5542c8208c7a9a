package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A single value as the event hash writes it (CBV 2.0 §8.9.2), and the order in which values come.
 *
 * <p>A text that reads as a number is treated as one, since XML, which must give the same hash, has
 * no other numbers; so {@code 007} and {@code 7} are the same in an extension.
 */
final class HashText {
  /** Bytes of UTF-8 sort as code points do; UTF-16 puts the supplementary ones elsewhere. */
  static final Comparator<String> ORDER = HashText::compareUtf8;

  private static final String EPCIS = "https://ref.gs1.org/epcis/";

  private HashText() {}

  /** The value's text; empty for null and for a text of blanks. */
  static String of(JsonNode value) {
    if (value.isTextual()) {
      return of(value.textValue());
    }
    if (value.isIntegralNumber()) {
      return value.asText();
    }
    if (value.isNumber()) {
      return Numbers.canonical(value.decimalValue());
    }
    return value.isBoolean() ? value.asText() : "";
  }

  /** The text without outer blanks; numbers, identifiers and standard vocabulary made uniform. */
  static String of(String value) {
    String text = value.strip();
    if (text.isEmpty()) {
      return text;
    }
    char first = text.charAt(0);
    if (!Checks.isLetter(first)) {
      String number = Numbers.canonical(text);
      return number == null ? text : number;
    }
    String uri = uniform(text);
    return uri == null ? expanded(text) : uri;
  }

  /**
   * The URI for a Compact URI Expression of GS1's prefixes. The standard's text would have those of
   * an event's own context expanded too (§8.9.2, rule 15); the published hashes do not.
   */
  private static String expanded(String text) {
    return switch (text.charAt(0)) {
      case 'c' -> expanded(text, "cbv:", Cbv.WEB);
      case 'g' -> expanded(text, "gs1:", Cbv.VOC);
      case 'e' -> expanded(text, "epcis:", EPCIS);
      default -> text;
    };
  }

  private static String expanded(String text, String prefix, String namespace) {
    return text.startsWith(prefix) ? namespace + text.substring(prefix.length()) : text;
  }

  /** The one form of an http URI or a URN; null for any other text. */
  private static @Nullable String uniform(String text) {
    if (EpcNormalForm.isHttp(text)) {
      return EpcNormalForm.of(text);
    }
    if (!text.regionMatches(true, 0, "urn:", 0, 4)) {
      return null;
    }
    return EpcNormalForm.isEpcUrn(text) ? EpcNormalForm.of(text) : Cbv.webUriOfUrn(text);
  }

  /** A word of a vocabulary in any spelling, or another URI. */
  static String of(Cbv vocabulary, String value) {
    String uri = vocabulary.webUri(value);
    return uri.equals(value) ? of(value) : uri;
  }

  private static int compareUtf8(String left, String right) {
    int shorter = Math.min(left.length(), right.length());
    for (int i = 0; i < shorter; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        boolean supplementaryL = Character.isSurrogate(l);
        boolean supplementaryR = Character.isSurrogate(r);
        return supplementaryL == supplementaryR ? Character.compare(l, r) : supplementaryL ? 1 : -1;
      }
    }
    return Integer.compare(left.length(), right.length());
  }
}

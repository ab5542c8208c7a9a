package org.shilian.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

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
  private static final String GS1 = "https://ref.gs1.org/voc/";

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
    return switch (text.charAt(0)) {
      case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '+', '-', '.' -> {
        String number = Numbers.canonical(text);
        yield number == null ? text : number;
      }
      case 'h', 'u' -> Cbv.webUriOfUrn(EpcNormalForm.of(text));
      case 'c' -> expanded(text, "cbv:", Cbv.WEB);
      case 'g' -> expanded(text, "gs1:", GS1);
      case 'e' -> expanded(text, "epcis:", EPCIS);
      default -> text;
    };
  }

  private static String expanded(String text, String prefix, String namespace) {
    return text.startsWith(prefix) ? namespace + text.substring(prefix.length()) : text;
  }

  /** A measurement or alert type: a bare word is one of the GS1 Web Vocabulary. */
  static String ofSensorType(String word) {
    return word.indexOf(':') < 0 ? GS1 + word : of(word);
  }

  /** A sensor component: a bare word is one of the CBV. */
  static String ofSensorComponent(String word) {
    return word.indexOf(':') < 0 ? Cbv.WEB + "Comp-" + word : of(word);
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

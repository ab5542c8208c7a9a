package org.shilian.chain.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.TradeException;

/**
 * Holds every text and name in an event, whosesoever member it is, to what can be kept and shown:
 * no U+0000, which PostgreSQL takes neither as text nor as JSON, and no half of a surrogate pair,
 * which has no form in UTF-8 (RFC 7493 §2.1).
 */
final class WholeText {
  private static final int LONGEST_SHOWN = 80;
  private static final byte FIRST_OF_A_HALF = (byte) 0xED;

  private WholeText() {}

  /**
   * Looks at all of this JSON.
   *
   * @throws TradeException for the first text or name that cannot be kept
   */
  static void check(JsonNode json) {
    // where it is, is only worth finding out when there is something to find
    if (!isWhole(json)) {
      check(json, "");
    }
  }

  /**
   * Whether nothing in this JSON, which was read without error, can be such a text: U+0000 has to
   * be escaped, and half of a pair is either escaped or begins with the byte ED. That is said of
   * nearly every event, and takes no time.
   */
  static boolean isCertain(byte[] json) {
    for (byte one : json) {
      if (one == '\\' || one == FIRST_OF_A_HALF) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(JsonNode json) {
    if (json.isTextual()) {
      return isWhole(json.textValue());
    }
    if (json.isObject()) {
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        if (!isWhole(member.getKey()) || !isWhole(member.getValue())) {
          return false;
        }
      }
    } else {
      for (int i = 0; i < json.size(); i++) {
        if (!isWhole(json.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit > 0 && unit < Character.MIN_SURROGATE) {
        continue;
      }
      if (unit == 0) {
        return false;
      }
      if (Character.isSurrogate(unit)) {
        boolean pair =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static void check(JsonNode json, String at) {
    if (json.isTextual()) {
      refuseUnlessWhole(at, json.textValue());
    } else if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        check(json.get(i), below(at, Integer.toString(i)));
      }
    } else if (json.isObject()) {
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        refuseUnlessWhole(at, member.getKey());
        check(member.getValue(), below(at, member.getKey()));
      }
    }
  }

  private static String below(String at, String name) {
    return at.isEmpty() ? name : at + "/" + name;
  }

  private static void refuseUnlessWhole(String at, @Nullable String text) {
    if (text != null && !isWhole(text)) {
      throw new TradeException(
          at, shown(text), "must not have U+0000 or half of a surrogate pair in it");
    }
  }

  private static boolean isNone(int character) {
    return character == 0 || Character.getType(character) == Character.SURROGATE;
  }

  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .map(character -> isNone(character) ? '\uFFFD' : character)
        .forEach(shown::appendCodePoint);
    return shown.toString();
  }
}

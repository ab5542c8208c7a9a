package org.shilian.tlog.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;

/** The rules for the characters of notes, stricter than the JDK's own decoders are. */
final class Text {
  private static final int MOST_DIGITS = 19;

  private Text() {}

  /** Decodes UTF-8 that has no control characters below U+0020 but newlines. */
  static String decode(String field, byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new LogDataException(field, "", "is not UTF-8");
    }
    requireNoControls(field, text);
    return text;
  }

  static void requireNoControls(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\n') {
        throw new LogDataException(
            field, "U+%04X at %d".formatted((int) c, i), "is a control character");
      }
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new LogDataException(field, text, "cannot be written in UTF-8");
    }
  }

  /** Decodes base64 of RFC 4648, section 4, in its one canonical spelling. */
  static byte[] base64(String field, String encoded) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new LogDataException(field, encoded, "is not base64");
    }
    if (!base64(bytes).equals(encoded)) {
      throw new LogDataException(field, encoded, "is not base64 in its canonical spelling");
    }
    return bytes;
  }

  /** A SHA-256 hash in {@linkplain #base64(String, String) base64}. */
  static Hash hash(String field, String encoded) {
    byte[] bytes = base64(field, encoded);
    if (bytes.length != Hash.LENGTH) {
      throw new LogDataException(field, encoded, "is not of " + Hash.LENGTH + " bytes");
    }
    return Hash.of(bytes);
  }

  /** A number from 0 to 2^63 - 1 without leading zeroes. */
  static long decimal(String field, String digits) {
    boolean decimal = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean leadingZero = digits.startsWith("0") && digits.length() > 1;
    if (digits.isEmpty() || !decimal || leadingZero) {
      throw new LogDataException(field, digits, "is not a decimal without leading zeroes");
    }
    try {
      if (digits.length() <= MOST_DIGITS) {
        return Long.parseLong(digits);
      }
    } catch (NumberFormatException e) {
      // 19 digits and still too large
    }
    throw new LogDataException(field, digits, "is larger than 2^63 - 1");
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** What is between the lines that begin and end a block (RFC 7468); never quoted in an error. */
  static byte[] pemBlock(String pem, String label) {
    String begin = "-----BEGIN " + label + "-----";
    String end = "-----END " + label + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf(end);
    if (from < 0 || to < from + begin.length()) {
      throw new LogDataException("key file", "", "has no block " + label);
    }
    try {
      String body = pem.substring(from + begin.length(), to);
      return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw new LogDataException("key file", "", "has a block " + label + " that is not base64");
    }
  }

  /** A key's name: not empty, without Unicode spaces and plus signs. */
  static void requireKeyName(String name) {
    requireNoControls("key name", name);
    if (name.isEmpty()) {
      throw new LogDataException("key name", name, "is empty");
    }
    if (name.codePoints().anyMatch(Text::isSpaceOrPlus)) {
      throw new LogDataException("key name", name, "has a space or a plus sign");
    }
  }

  private static boolean isSpaceOrPlus(int c) {
    return c == '+' || c == 0x85 || Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}

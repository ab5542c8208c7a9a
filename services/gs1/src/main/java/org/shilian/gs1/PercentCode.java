package org.shilian.gs1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Percent-encoding (RFC 3986, section 2.1) of the values in URIs and URNs. */
final class PercentCode {
  private static final String HEX = "0123456789ABCDEF";

  private PercentCode() {}

  /**
   * The text without percent-encoding. A plus sign stays one.
   *
   * @return null if a % is not followed by two hexadecimal digits, or if what is encoded is not
   *     UTF-8
   */
  static @Nullable String decode(String text) {
    int percent = text.indexOf('%');
    if (percent < 0) {
      return text;
    }
    StringBuilder decoded = new StringBuilder(text.length());
    ByteBuffer bytes = ByteBuffer.allocate(text.length() / 3 + 1);
    int from = 0;
    while (percent >= 0) {
      decoded.append(text, from, percent);
      from = percent;
      while (from < text.length() && text.charAt(from) == '%') {
        int octet = octet(text, from);
        if (octet < 0) {
          return null;
        }
        bytes.put((byte) octet);
        from += 3;
      }
      try {
        CharBuffer run = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
        decoded.append(run);
      } catch (CharacterCodingException e) {
        return null;
      }
      bytes.clear();
      percent = text.indexOf('%', from);
    }
    return decoded.append(text, from, text.length()).toString();
  }

  /** The value with all but letters, digits and {@code - . _ ~} percent-encoded. */
  static String encodeForUri(String value) {
    return encode(value, "-._~");
  }

  /**
   * The value with all percent-encoded that EPC URNs may not hold (Tag Data Standard, section
   * 6.3.1).
   */
  static String encodeForUrn(String value) {
    return encode(value, "!'()*+,-.:;=_");
  }

  private static String encode(String value, String literal) {
    StringBuilder encoded = new StringBuilder(value.length());
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (octet & 0xff);
      if (isAsciiLetterOrDigit(c) || literal.indexOf(c) >= 0) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return encoded.toString();
  }

  private static int octet(String text, int percent) {
    if (percent + 2 >= text.length()) {
      return -1;
    }
    int high = hex(text.charAt(percent + 1));
    int low = hex(text.charAt(percent + 2));
    return high < 0 || low < 0 ? -1 : 16 * high + low;
  }

  private static int hex(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static boolean isAsciiLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
}

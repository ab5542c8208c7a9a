package org.shilian.codes.sscc;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.shilian.gs1.CompanyPrefix;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Sscc;
import org.shilian.gs1.Uscc;

/**
 * SSCCs that were issued together and follow on one another.
 *
 * @param first the first of them without its check digit: 17 digits, read as a number
 */
record SsccRange(
    UUID id, CompanyPrefix prefix, long first, long count, Uscc operator, Instant issuedAt) {

  /** What an SSCC is without its check digit, as {@link #first} has it. */
  static long body(Sscc sscc) {
    return Long.parseLong(sscc.value().substring(0, sscc.value().length() - 1));
  }

  /**
   * One of them.
   *
   * @param index from 0, below {@link #count}
   */
  Sscc sscc(long index) {
    String body = String.format(Locale.ROOT, "%017d", first + index);
    return new Sscc(body + Gtin.checkDigit(body));
  }
}

package org.shilian.ledger.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.shilian.ledger.trace.view.FlagView;

/** Spells the last flag of a page, after which the next page begins. */
final class FlagCursor {
  private FlagCursor() {}

  static String text(FlagView last) {
    String plain =
        String.join(
            "\n",
            last.eventTime().toString(),
            last.eventId(),
            last.gtin(),
            last.lot(),
            last.kind());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  /**
   * Reads what {@link #text} writes; type and operator are left empty.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  static FlagView parse(String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      String[] parts = plain.split("\n", -1);
      if (parts.length == 5 && plain.indexOf('\0') < 0) {
        return new FlagView(
            parts[1], "", "", parts[2], parts[3], parts[4], Instant.parse(parts[0]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      // told below
    }
    throw new IllegalArgumentException("is not the next of an earlier page");
  }
}

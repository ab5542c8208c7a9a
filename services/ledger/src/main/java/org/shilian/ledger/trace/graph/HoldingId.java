package org.shilian.ledger.trace.graph;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/**
 * A node of the chain graph: a lot at a party.
 *
 * @param party USCC of an operator, or the key of a party off chain ({@link
 *     org.shilian.chain.trade.Party#key})
 */
public record HoldingId(LotKey lot, String party) implements Comparable<HoldingId> {
  private static final Comparator<HoldingId> ORDER =
      Comparator.comparing(HoldingId::lot).thenComparing(HoldingId::party);

  /**
   * Reads what {@link #text} writes.
   *
   * @throws IllegalArgumentException if it is nothing that it writes
   */
  public static HoldingId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("is not a GTIN, a lot and a party");
    }
    return new HoldingId(
        new LotKey(new Gtin(parts[0]), new Lot(decoded(parts[1]))), decoded(parts[2]));
  }

  /** Whether the party is one that posts nothing itself, known by its licence or name. */
  public boolean offChain() {
    return offChain(party);
  }

  /** Whether this is the key of a party that posts nothing itself. */
  public static boolean offChain(String party) {
    return party.indexOf(':') >= 0;
  }

  /** GTIN, lot and party with slashes between them, percent-encoded. */
  public String text() {
    return lot.gtin().value() + "/" + encoded(lot.lot().value()) + "/" + encoded(party);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(HoldingId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return text();
  }
}

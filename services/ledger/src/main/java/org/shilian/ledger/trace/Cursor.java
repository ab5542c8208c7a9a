package org.shilian.ledger.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Comparator;
import org.shilian.ledger.trace.graph.HoldingId;
import org.shilian.ledger.trace.graph.Node;

/**
 * The place in an answer after which the next page begins: what comes there is told by its own
 * place in the order, so that pages fit together even when something is added between them.
 *
 * @param ordinal which one of those at the holding; 0 for the holding itself
 */
record Cursor(int depth, HoldingId holding, int ordinal) implements Comparable<Cursor> {
  private static final Comparator<Cursor> ORDER =
      Comparator.comparingInt(Cursor::depth)
          .thenComparing(Cursor::holding)
          .thenComparingInt(Cursor::ordinal);

  static Cursor at(Node node, int ordinal) {
    return new Cursor(node.depth(), node.id(), ordinal);
  }

  /**
   * Reads what {@link #text} wrote for the same question.
   *
   * @throws IllegalArgumentException if it is nothing of the kind
   */
  static Cursor parse(String text, String question) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", -1);
      if (parts.length == 4 && parts[3].equals(fingerprint(question))) {
        return new Cursor(
            Integer.parseInt(parts[0]), HoldingId.parse(parts[2]), Integer.parseInt(parts[1]));
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new IllegalArgumentException("is not the next of an earlier page of this same question");
  }

  /**
   * @param question what the pages answer; a cursor is good for no other
   */
  String text(String question) {
    String plain = depth + " " + ordinal + " " + holding.text() + " " + fingerprint(question);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }

  private static String fingerprint(String question) {
    return Integer.toHexString(question.hashCode());
  }

  @Override
  public int compareTo(Cursor other) {
    return ORDER.compare(this, other);
  }
}

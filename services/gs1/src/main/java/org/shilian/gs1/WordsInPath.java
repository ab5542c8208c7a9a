package org.shilian.gs1;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;

/**
 * Words in place of application identifiers: {@code /gtin/09520123456788/bat/A1}.
 *
 * @param identifiers the application identifier that each word stands for
 */
public record WordsInPath(Map<String, String> identifiers) implements LinkForm {
  /**
   * The words that GS1's own releases before 1.2 allowed, and {@code bat}, which Chinese labels
   * have in place of {@code lot}.
   */
  static final WordsInPath KNOWN =
      new WordsInPath(
          Map.ofEntries(
              Map.entry("gtin", "01"),
              Map.entry("itip", "8006"),
              Map.entry("cpid", "8010"),
              Map.entry("gln", "414"),
              Map.entry("party", "417"),
              Map.entry("payTo", "415"),
              Map.entry("gsrnp", "8017"),
              Map.entry("gsrn", "8018"),
              Map.entry("gcn", "255"),
              Map.entry("sscc", "00"),
              Map.entry("gdti", "253"),
              Map.entry("ginc", "401"),
              Map.entry("gsin", "402"),
              Map.entry("grai", "8003"),
              Map.entry("giai", "8004"),
              Map.entry("gmn", "8013"),
              Map.entry("cpv", "22"),
              Map.entry("lot", "10"),
              Map.entry("bat", "10"),
              Map.entry("ser", "21"),
              Map.entry("tpx", "235"),
              Map.entry("glnx", "254"),
              Map.entry("refno", "8020"),
              Map.entry("cpsn", "8011"),
              Map.entry("srin", "8019")));

  /** Checks that each word stands for an identifier. */
  public WordsInPath {
    identifiers = Map.copyOf(identifiers);
    for (String identifier : identifiers.values()) {
      if (AiTable.find(identifier) == null) {
        throw new IllegalArgumentException("no application identifier " + identifier);
      }
    }
  }

  @Override
  public @Nullable String asDigitalLink(String address) {
    int start = DigitalLinkParser.pathStart(address);
    int pathEnd = start < 0 ? -1 : DigitalLinkParser.pathEnd(address, start);
    if (pathEnd <= start) {
      return null;
    }
    String[] segments = address.substring(start + 1, pathEnd).split("/", -1);
    boolean found = false;
    // an identifier stands in front of its value, so that only every second segment can be one
    int last = segments.length - (segments[segments.length - 1].isEmpty() ? 3 : 2);
    for (int i = last; i >= 0; i -= 2) {
      String identifier = identifiers.get(segments[i]);
      if (identifier != null) {
        segments[i] = identifier;
        found = true;
      }
    }
    return found
        ? address.substring(0, start + 1) + String.join("/", segments) + address.substring(pathEnd)
        : null;
  }
}

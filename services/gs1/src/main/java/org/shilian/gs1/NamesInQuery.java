package org.shilian.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/**
 * Keys as parameters of an address: {@code https://trace.example/q?gtin=09520123456788&bat=A1}. The
 * first parameter that names a key becomes the key; what else is named goes with it, and all other
 * parameters stay.
 *
 * @param identifiers the application identifier that each name stands for, names in lower case
 */
public record NamesInQuery(Map<String, String> identifiers) implements LinkForm {
  static final NamesInQuery KNOWN =
      new NamesInQuery(
          Map.ofEntries(
              Map.entry("gtin", "01"),
              Map.entry("sscc", "00"),
              Map.entry("gln", "414"),
              Map.entry("gdti", "253"),
              Map.entry("bat", "10"),
              Map.entry("lot", "10"),
              Map.entry("batch", "10"),
              Map.entry("ser", "21"),
              Map.entry("serial", "21"),
              Map.entry("exp", "17")));

  /** Checks that each name stands for an identifier. */
  public NamesInQuery {
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
    int query = start < 0 ? -1 : DigitalLinkParser.pathEnd(address, start);
    if (query < 0 || query == address.length() || address.charAt(query) != '?') {
      return null;
    }
    int fragment = address.indexOf('#', query);
    String[] pairs =
        address.substring(query + 1, fragment < 0 ? address.length() : fragment).split("&", -1);
    String key = null;
    List<String> rest = new ArrayList<>();
    for (String pair : pairs) {
      String named = named(pair);
      if (key == null && named != null && isKey(named)) {
        key = named;
      } else {
        rest.add(named == null ? pair : named);
      }
    }
    if (key == null) {
      return null;
    }
    String path = address.substring(0, query);
    return path
        + (path.endsWith("/") ? "" : "/")
        + key.replace("/", "%2F").replaceFirst("=", "/")
        + "?"
        + String.join("&", rest);
  }

  /** The pair with its identifier instead of its name, or null if that is not known. */
  private @Nullable String named(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return null;
    }
    String identifier = identifiers.get(pair.substring(0, equals).toLowerCase(Locale.ROOT));
    return identifier == null ? null : identifier + pair.substring(equals);
  }

  private static boolean isKey(String named) {
    ApplicationIdentifier ai = AiTable.find(named.substring(0, named.indexOf('=')));
    return ai != null && ai.isKey();
  }
}

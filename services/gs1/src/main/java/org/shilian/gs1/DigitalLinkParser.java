package org.shilian.gs1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/** Reads one Digital Link URI: takes the raw text apart first, and decodes the pieces after. */
final class DigitalLinkParser {
  private static final String WHAT = "Digital Link";

  /**
   * The words that releases before 1.2 allowed in the place of identifiers, and {@code bat}, which
   * was in use before the first of them.
   */
  private static final Map<String, String> WORDS =
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
          Map.entry("srin", "8019"));

  private final String text;
  private final Map<ApplicationIdentifier, String> others = new LinkedHashMap<>();
  private final StringBuilder parameters = new StringBuilder();

  private DigitalLinkParser(String text) {
    this.text = text;
  }

  static DigitalLink parse(String text) {
    return new DigitalLinkParser(text).parse();
  }

  /** Where scheme and host of an http or https URI end, or -1 if it is none. */
  static int originEnd(String uri) {
    int from = startsWith(uri, "https://") ? 8 : startsWith(uri, "http://") ? 7 : -1;
    if (from < 0) {
      return -1;
    }
    int end = from;
    while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
      end++;
    }
    return end > from ? end : -1;
  }

  private static boolean startsWith(String uri, String scheme) {
    return uri.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private DigitalLink parse() {
    int pathStart = text.startsWith("/") ? 0 : originEnd(text);
    if (pathStart < 0) {
      throw refusal("is neither an http or https URI nor a path that starts with /");
    }
    int fragment = text.indexOf('#', pathStart);
    String hierarchical = text.substring(pathStart, fragment < 0 ? text.length() : fragment);
    int query = hierarchical.indexOf('?');
    List<String> segments = segments(query < 0 ? hierarchical : hierarchical.substring(0, query));
    int keyAt = readPath(segments);
    if (query >= 0) {
      readQuery(hierarchical.substring(query + 1));
    }
    ApplicationIdentifier key = identifier(segments.get(keyAt));
    if (key == null) {
      throw refusal("has no GS1 key in its path");
    }
    return DigitalLink.assemble(
        text, key, decode(segments.get(keyAt + 1)), others, parameters.toString());
  }

  /** The path's segments, still encoded, without the empty one behind a slash at the end. */
  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    int from = 1;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      segments.add(path.substring(from, to));
      from = to + 1;
    }
    return segments;
  }

  /**
   * Collects the qualifiers, from the last pair of segments back to the key; what stands before the
   * key may be anything.
   *
   * @return where the key's identifier stands
   */
  private int readPath(List<String> segments) {
    for (int i = segments.size() - 2; i >= 0; i -= 2) {
      ApplicationIdentifier ai = identifier(segments.get(i));
      if (ai == null) {
        throw refusal(
            "path segment "
                + Gs1Exception.shown(segments.get(i))
                + " is neither a GS1 key nor a qualifier");
      }
      if (ai.isKey()) {
        refuseForeignQualifiers(ai);
        return i;
      }
      add(ai, decode(segments.get(i + 1)));
    }
    throw refusal("has no GS1 key in its path, such as /01/ with a GTIN");
  }

  private void refuseForeignQualifiers(ApplicationIdentifier key) {
    for (ApplicationIdentifier ai : others.keySet()) {
      if (key.qualifiers().stream().noneMatch(sequence -> sequence.contains(ai.code()))) {
        throw refusal("(" + ai.code() + ") does not qualify (" + key.code() + ")");
      }
    }
  }

  private void readQuery(String query) {
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      ApplicationIdentifier ai = AiTable.find(equals < 0 ? pair : pair.substring(0, equals));
      if (ai != null) {
        add(ai, decode(equals < 0 ? "" : pair.substring(equals + 1)));
      } else if (!pair.isEmpty()) {
        parameters.append(parameters.isEmpty() ? "" : "&").append(pair);
      }
    }
  }

  private void add(ApplicationIdentifier ai, String value) {
    if (others.put(ai, value) != null) {
      throw refusal("(" + ai.code() + ") is there twice");
    }
  }

  private static @Nullable ApplicationIdentifier identifier(String segment) {
    return AiTable.find(WORDS.getOrDefault(segment, segment));
  }

  private String decode(String raw) {
    String decoded = PercentCode.decode(raw);
    if (decoded == null) {
      throw refusal("percent-encoding of " + Gs1Exception.shown(raw) + " is broken");
    }
    return decoded;
  }

  private Gs1Exception refusal(String rule) {
    return new Gs1Exception(WHAT, text, rule);
  }
}

package org.shilian.gs1;

import java.util.List;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/**
 * Reads one Digital Link URI: takes the raw text apart, from the end of the path back to the key,
 * and decodes the pieces one by one.
 */
final class DigitalLinkParser {
  private static final String WHAT = "Digital Link";

  /** GTIN-8, GTIN-12 and GTIN-13, written in 14 digits. */
  private static final String[] ZEROS = {"", "0", "00", "", "", "", "000000"};

  private final String text;
  private final LinkParts others;

  /** Set as soon as a key stands in the path; what is wrong from then on is wrong for good. */
  private boolean keyFound;

  private DigitalLinkParser(String text) {
    this.text = text;
    this.others = new LinkParts(text);
  }

  static DigitalLink parse(String text, List<? extends LinkForm> forms) {
    DigitalLinkParser parser = new DigitalLinkParser(text);
    try {
      return parser.parse();
    } catch (Gs1Exception refusal) {
      if (!parser.keyFound) {
        for (LinkForm form : forms) {
          String link = form.asDigitalLink(text);
          if (link != null) {
            return parseAs(link);
          }
        }
      }
      throw refusal;
    }
  }

  private static DigitalLink parseAs(String link) {
    try {
      return new DigitalLinkParser(link).parse();
    } catch (Gs1Exception refusal) {
      throw refusal.in(link);
    }
  }

  /** Where scheme and host of an http or https URI end, or -1 if it is none. */
  static int originEnd(String uri) {
    int from = startsWith(uri, "https://") ? 8 : startsWith(uri, "http://") ? 7 : -1;
    if (from < 0) {
      return -1;
    }
    int end = from;
    while (end < uri.length() && !endsOrigin(uri.charAt(end))) {
      end++;
    }
    return end > from ? end : -1;
  }

  /** Where the path starts: 0 for a path alone, -1 for what is neither a URI nor a path. */
  static int pathStart(String text) {
    return text.startsWith("/") ? 0 : originEnd(text);
  }

  /** Where what is behind the path starts, or the end of the text. */
  static int pathEnd(String text, int pathStart) {
    int end = pathStart;
    while (end < text.length() && text.charAt(end) != '?' && text.charAt(end) != '#') {
      end++;
    }
    return end;
  }

  private static boolean endsOrigin(char c) {
    return c == '/' || c == '?' || c == '#';
  }

  private static boolean startsWith(String uri, String scheme) {
    return uri.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private DigitalLink parse() {
    int pathStart = pathStart(text);
    if (pathStart < 0) {
      throw refusal("is neither an http or https URI nor a path that starts with /");
    }
    int pathEnd = pathEnd(text, pathStart);
    // one slash at the end does no harm
    int end = pathEnd > pathStart + 1 && text.charAt(pathEnd - 1) == '/' ? pathEnd - 1 : pathEnd;
    while (true) {
      int value = segmentStart(pathStart, end);
      int code = segmentStart(pathStart, value - 1);
      if (code < 0) {
        throw refusal("has no GS1 key in its path, such as /01/ with a GTIN");
      }
      ApplicationIdentifier ai = AiTable.find(text, code, value - 1);
      if (ai == null) {
        throw unknown(code, value - 1);
      }
      if (ai.isKey()) {
        keyFound = true;
        others.refuseForeignQualifiers(ai);
        String key = checkedKey(ai, decode(value, end), value);
        return others.link(ai, key, pathEnd < text.length() ? readQuery(pathEnd) : "");
      }
      others.add(ai, checked(ai, decode(value, end), value));
      end = code - 1;
    }
  }

  /** Where the segment of the path that ends here starts, behind its slash, or -1. */
  private int segmentStart(int pathStart, int end) {
    for (int i = end - 1; i >= pathStart; i--) {
      if (text.charAt(i) == '/') {
        return i + 1;
      }
    }
    return -1;
  }

  /**
   * Collects the identifiers that the query has.
   *
   * @return the rest of it, raw
   */
  private String readQuery(int pathEnd) {
    if (text.charAt(pathEnd) != '?') {
      return "";
    }
    int fragment = text.indexOf('#', pathEnd);
    int queryEnd = fragment < 0 ? text.length() : fragment;
    StringBuilder rest = null;
    int from = pathEnd + 1;
    while (from <= queryEnd) {
      int to = from;
      int equals = -1;
      while (to < queryEnd && text.charAt(to) != '&') {
        if (equals < 0 && text.charAt(to) == '=') {
          equals = to;
        }
        to++;
      }
      ApplicationIdentifier ai = AiTable.find(text, from, equals < 0 ? to : equals);
      if (ai != null) {
        int value = equals < 0 ? to : equals + 1;
        others.add(ai, checked(ai, decode(value, to), value));
      } else if (to > from) {
        rest = rest == null ? new StringBuilder() : rest.append('&');
        rest.append(text, from, to);
      }
      from = to + 1;
    }
    return rest == null ? "" : rest.toString();
  }

  /** The key's value, which of a GTIN is written with 14 digits. */
  private static String checkedKey(ApplicationIdentifier ai, String value, int at) {
    if (!ai.code().equals("01")) {
      return checked(ai, value, at);
    }
    int length = value.length();
    if (length != 8 && (length < 12 || length > 14)) {
      Gs1Exception.refuseIf(
          ai.title(),
          value,
          "has " + length + " characters, expected 8, 12, 13 or 14 digits",
          at,
          WHAT);
    }
    String normal = ZEROS[14 - length].concat(value);
    Gs1Exception.refuseIf(ai.title(), value, ai.fault(normal), at, WHAT);
    return normal;
  }

  private static String checked(ApplicationIdentifier ai, String value, int at) {
    Gs1Exception.refuseIf(ai.title(), value, ai.fault(value), at, WHAT);
    return value;
  }

  private String decode(int from, int to) {
    String raw = text.substring(from, to);
    String decoded = PercentCode.decode(raw);
    if (decoded == null) {
      throw refusal(
          "percent-encoding of " + Gs1Exception.shown(raw) + " at " + (from + 1) + " is broken");
    }
    return decoded;
  }

  private Gs1Exception unknown(int from, int to) {
    return refusal(
        "path segment "
            + Gs1Exception.shown(text.substring(from, to))
            + " at "
            + (from + 1)
            + " is neither a GS1 key nor a qualifier");
  }

  private Gs1Exception refusal(String rule) {
    return new Gs1Exception(WHAT, text, rule);
  }
}

package org.shilian.chain.form;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.trade.TradeException;

/** The kinds of URN by which EPCIS forms name what GS1 has no key for. */
enum Urn {
  USCC("uscc"),
  LICENCE("licence"),
  NAME("name"),
  ORDER("order"),
  QUARANTINE("quarantine"),
  CUSTOMS("customs"),
  REPORT("report"),
  CERTIFICATE("certificate"),
  DEVICE("device"),
  DISH("dish");

  private final String prefix;

  Urn(String kind) {
    this.prefix = "urn:shilian:" + kind + ":";
  }

  /** The URN of this kind for a text; any character may be in it. */
  String of(String text) {
    return prefix + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The text of a URN of this kind; null if the URI is no such URN. */
  @Nullable String in(String uri) {
    if (!uri.startsWith(prefix)) {
      return null;
    }
    String rest = uri.substring(prefix.length());
    try {
      return URLDecoder.decode(rest.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return rest;
    }
  }

  /**
   * The text of the one URI of a list, which must be of this kind.
   *
   * @param field what the list is called
   */
  String only(String field, List<String> uris) {
    String text = uris.size() == 1 ? in(uris.get(0)) : null;
    if (text == null) {
      throw new TradeException(
          field, uris.toString(), "must be one URI that begins with " + prefix);
    }
    return text;
  }

  /** What such URNs begin with. */
  String prefix() {
    return prefix;
  }
}

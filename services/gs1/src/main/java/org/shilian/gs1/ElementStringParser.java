package org.shilian.gs1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/** Collects the elements of one element string, and checks them as they come. */
final class ElementStringParser {
  private static final String WHAT = "element string";

  private final String text;
  private final Map<String, String> values = new LinkedHashMap<>();
  private int at;

  ElementStringParser(String text) {
    this.text = text;
  }

  static Map<String, String> parse(String text) {
    ElementStringParser parser = new ElementStringParser(text);
    if (text.startsWith("(")) {
      while (parser.at < text.length()) {
        parser.readBracketed();
      }
    } else {
      parser.skipSeparator();
      while (parser.at < text.length()) {
        parser.readSeparated();
        parser.skipSeparator();
      }
    }
    return parser.finish();
  }

  void add(String code, String value) {
    ApplicationIdentifier ai = AiTable.find(code);
    if (ai == null) {
      throw refusal("(" + Gs1Exception.shown(code) + ") is not an application identifier");
    }
    Gs1Exception.refuseIf(ai.title(), value, ai.fault(value));
    put(ai, value);
  }

  private void add(ApplicationIdentifier ai, String value, int position) {
    Gs1Exception.refuseIf(ai.title(), value, ai.fault(value), position, WHAT);
    put(ai, value);
  }

  private void put(ApplicationIdentifier ai, String value) {
    String before = values.put(ai.code(), value);
    if (before != null && !before.equals(value)) {
      throw refusal("(" + ai.code() + ") is there twice, with different values");
    }
  }

  Map<String, String> finish() {
    if (values.isEmpty()) {
      throw refusal("has no elements");
    }
    refuseInvalidPairs();
    return values;
  }

  private void refuseInvalidPairs() {
    ApplicationIdentifier[] ais =
        values.keySet().stream().map(AiTable::get).toArray(ApplicationIdentifier[]::new);
    for (int i = 0; i < ais.length; i++) {
      for (int j = 0; j < i; j++) {
        if (ais[i].excludes(ais[j]) || ais[j].excludes(ais[i])) {
          throw new Gs1Exception(
              "code",
              text,
              "(" + ais[j].code() + ") and (" + ais[i].code() + ") exclude each other");
        }
      }
    }
  }

  private void readBracketed() {
    int close = text.charAt(at) == '(' ? text.indexOf(')', at) : -1;
    // no identifier has more than four digits, so that a missing bracket is seen at once
    if (close < 0 || close > at + 5) {
      throw refusal("has no application identifier in brackets at " + (at + 1));
    }
    String code = text.substring(at + 1, close);
    ApplicationIdentifier ai = AiTable.find(code);
    if (ai == null) {
      throw refusal(
          "("
              + Gs1Exception.shown(code)
              + ") at "
              + (at + 1)
              + " is not an application identifier");
    }
    at = close + 1;
    int start = at;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '(') {
      if (text.startsWith("\\(", at)) {
        at++;
      }
      value.append(text.charAt(at));
      at++;
    }
    add(ai, value.toString(), start);
  }

  private void readSeparated() {
    ApplicationIdentifier ai = AiTable.startingAt(text, at);
    if (ai == null) {
      throw refusal("has no application identifier at " + (at + 1));
    }
    at += ai.code().length();
    int end = text.length();
    if (ai.predefinedLength()) {
      end = Math.min(end, at + ai.longest());
    } else {
      int separator = text.indexOf(ElementString.GS, at);
      end = separator < 0 ? end : separator;
    }
    add(ai, text.substring(at, end), at);
    at = end;
  }

  private void skipSeparator() {
    if (at < text.length() && text.charAt(at) == ElementString.GS) {
      at++;
    }
  }

  private Gs1Exception refusal(String rule) {
    return new Gs1Exception(WHAT, text, rule);
  }
}

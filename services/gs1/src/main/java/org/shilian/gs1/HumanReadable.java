package org.shilian.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shilian.gs1.ai.AiTable;
import org.shilian.gs1.ai.ApplicationIdentifier;

/**
 * What is printed beside a symbol for people (General Specifications, section 4.14): the
 * interpretation, which is what the symbol says, with identifiers in brackets; and text that names
 * the fields instead.
 */
public final class HumanReadable {
  private final ElementString elements;

  private HumanReadable(ElementString elements) {
    this.elements = elements;
  }

  /** The text for these elements. */
  public static HumanReadable of(ElementString elements) {
    return new HumanReadable(elements);
  }

  /** The text for what a Digital Link says. */
  public static HumanReadable of(DigitalLink link) {
    return new HumanReadable(ElementString.of(link));
  }

  /**
   * The interpretation in lines. An element is never broken, and stands on a line of its own if it
   * is longer than a line. Brackets in values are printed as they are.
   *
   * @param width the most characters of a line, at least 1
   */
  public List<String> lines(int width) {
    if (width < 1) {
      throw new IllegalArgumentException("line width " + width + ": expected at least 1");
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Map.Entry<String, String> element : elements.values().entrySet()) {
      String text = "(" + element.getKey() + ")" + element.getValue();
      if (!line.isEmpty() && line.length() + text.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(text);
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * The fields by name, one a line, as {@code USE BY or EXPIRY 26-12-31}: dates with their parts
   * apart, measures with their decimal point.
   */
  public List<String> titled() {
    return elements.values().entrySet().stream()
        .map(element -> titled(AiTable.get(element.getKey()), element.getValue()))
        .toList();
  }

  private static String titled(ApplicationIdentifier ai, String value) {
    if (ai.isDate()) {
      String month = value.substring(0, 2) + "-" + value.substring(2, 4);
      String day = value.substring(4);
      return ai.title() + " " + (day.equals("00") ? month : month + "-" + day);
    }
    int decimals = decimals(ai.code());
    return ai.title() + " " + (decimals < 0 ? value : measure(value, decimals));
  }

  /** What the last digit of a measure's identifier says, or -1 for another identifier. */
  private static int decimals(String code) {
    boolean measure = code.length() == 4 && code.charAt(0) == '3' && code.compareTo("37") < 0;
    return measure ? code.charAt(3) - '0' : -1;
  }

  private static String measure(String digits, int decimals) {
    int point = digits.length() - decimals;
    int start = 0;
    while (start < point - 1 && digits.charAt(start) == '0') {
      start++;
    }
    String whole = digits.substring(start, point);
    return decimals == 0 ? whole : whole + "." + digits.substring(point);
  }
}

package org.shilian.gs1;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Any code that someone may scan or type, told apart by what it looks like.
 *
 * @param kind what it looks like
 * @param symbology what it was read from, if the scanner says so
 * @param elements what it says
 * @param link the same as a Digital Link, if it holds a key
 */
public record ScannedCode(
    Kind kind, @Nullable Symbology symbology, ElementString elements, @Nullable DigitalLink link) {
  private static final String WHAT = "code";

  /** What a code looks like. */
  public enum Kind {
    DIGITAL_LINK("Digital Link URI"),
    ELEMENT_STRING("element string"),
    EPC_URN("EPC URN"),
    GTIN("GTIN"),
    COMPOSITE("composite symbol");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Its name for people. */
    public String text() {
      return text;
    }
  }

  /**
   * Reads a Digital Link URI or its path, an EPC URN, an element string in either form, or a GTIN
   * alone: 8, 12, 13 or 14 digits are taken for one. In front of it there may be a symbology
   * identifier, which then decides what the rest has to be; a composite symbol has two.
   *
   * @throws Gs1Exception if it is none of these, or something in it is wrong
   */
  public static ScannedCode parse(String text) {
    if (!text.startsWith("]")) {
      return parseBare(text);
    }
    Symbology symbology = Symbology.of(text);
    if (symbology == null) {
      throw new Gs1Exception(
          WHAT, text, "starts with a symbology identifier of something that carries no GS1 data");
    }
    String data = text.substring(Symbology.IDENTIFIER_LENGTH);
    return switch (symbology.content()) {
      case ELEMENTS -> ofElements(Kind.ELEMENT_STRING, symbology, ElementString.parse(data));
      case URI -> ofLink(Kind.DIGITAL_LINK, symbology, DigitalLink.parse(data));
      case GTIN_8 -> ofGtinOrComposite(symbology, data, 8);
      case GTIN_13 -> ofGtinOrComposite(symbology, data, 13);
      case GTIN_13_ADD_ON -> ofGtin(symbology, firstDigits(data, 13, 18));
      case GTIN_14 -> ofGtin(symbology, firstDigits(data, 14, 14));
      case ADD_ON ->
          throw new Gs1Exception(
              WHAT, text, "is an add-on symbol, which says nothing without the symbol beside it");
    };
  }

  /**
   * A composite symbol comes as that of the linear symbol and then that of the component, with its
   * own symbology identifier; some readers put a bar between them.
   */
  private static ScannedCode ofGtinOrComposite(Symbology linear, String data, int digits) {
    int component = data.length() > digits && data.charAt(digits) == '|' ? digits + 1 : digits;
    if (!data.startsWith("]e", component)) {
      return ofGtin(linear, firstDigits(data, digits, digits));
    }
    String text = data.substring(component);
    Symbology above = Symbology.of(text);
    if (above == null) {
      throw new Gs1Exception(WHAT, data, "has an unknown symbology identifier at " + component);
    }
    ElementString gtin =
        ElementString.of(DigitalLink.ofProduct(Gtin.parse(data.substring(0, digits))));
    ElementString rest = ElementString.parse(text.substring(Symbology.IDENTIFIER_LENGTH));
    return ofElements(Kind.COMPOSITE, linear, gtin.with(rest));
  }

  private static ScannedCode parseBare(String text) {
    if (text.startsWith("/") || DigitalLinkParser.originEnd(text) > 0) {
      return ofLink(Kind.DIGITAL_LINK, null, DigitalLink.parse(text));
    }
    if (EpcUrn.isEpcUrn(text)) {
      return ofLink(Kind.EPC_URN, null, EpcUrn.toDigitalLink(text));
    }
    boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
    boolean gtin = text.length() == 8 || (text.length() >= 12 && text.length() <= 14);
    if (digits && gtin) {
      return ofGtin(null, text);
    }
    return ofElements(Kind.ELEMENT_STRING, null, ElementString.parse(text));
  }

  /** The digits of the GTIN, without those of an add-on symbol behind it. */
  private static String firstDigits(String data, int length, int longest) {
    if (data.length() < length || data.length() > longest) {
      throw new Gs1Exception(
          "GTIN", data, "has " + data.length() + " characters, expected " + length);
    }
    return data.substring(0, length);
  }

  private static ScannedCode ofGtin(@Nullable Symbology symbology, String digits) {
    return ofLink(Kind.GTIN, symbology, DigitalLink.ofProduct(Gtin.parse(digits)));
  }

  private static ScannedCode ofLink(Kind kind, @Nullable Symbology symbology, DigitalLink link) {
    return new ScannedCode(kind, symbology, ElementString.of(link), link);
  }

  private static ScannedCode ofElements(
      Kind kind, @Nullable Symbology symbology, ElementString elements) {
    return new ScannedCode(kind, symbology, elements, linkOrNull(elements));
  }

  private static @Nullable DigitalLink linkOrNull(ElementString elements) {
    if (!elements.hasKey()) {
      return null;
    }
    try {
      return elements.toDigitalLink();
    } catch (Gs1Exception e) {
      // an element string with what no link may say is still a good one
      return null;
    }
  }

  /** The values by application identifier, in order. */
  public Map<String, String> values() {
    return elements.values();
  }
}

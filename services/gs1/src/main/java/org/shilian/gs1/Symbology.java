package org.shilian.gs1;

import org.jspecify.annotations.Nullable;

/**
 * The symbologies that carry GS1 data, as a scanner names them in front of what it read (symbology
 * identifiers of ISO/IEC 15424; GS1 General Specifications, section 5.1).
 */
public enum Symbology {
  EAN_UPC("]E0", "EAN-13, UPC-A or UPC-E", Content.GTIN_13),
  EAN_8("]E4", "EAN-8", Content.GTIN_8),
  EAN_UPC_WITH_ADD_ON("]E3", "EAN-13, UPC-A or UPC-E with add-on symbol", Content.GTIN_13_ADD_ON),
  ADD_ON_2("]E1", "two-digit add-on symbol", Content.ADD_ON),
  ADD_ON_5("]E2", "five-digit add-on symbol", Content.ADD_ON),
  ITF_14("]I1", "ITF-14", Content.GTIN_14),
  ITF_14_UNCHECKED("]I0", "ITF-14", Content.GTIN_14),
  GS1_128("]C1", "GS1-128", Content.ELEMENTS),
  GS1_DATABAR("]e0", "GS1 DataBar", Content.ELEMENTS),
  GS1_COMPOSITE_1("]e1", "GS1 Composite", Content.ELEMENTS),
  GS1_COMPOSITE_2("]e2", "GS1 Composite", Content.ELEMENTS),
  GS1_DATA_MATRIX("]d2", "GS1 DataMatrix", Content.ELEMENTS),
  GS1_QR_CODE("]Q3", "GS1 QR Code", Content.ELEMENTS),
  GS1_DOTCODE("]J1", "GS1 DotCode", Content.ELEMENTS),
  DATA_MATRIX("]d1", "Data Matrix", Content.URI),
  DATA_MATRIX_ECI("]d4", "Data Matrix", Content.URI),
  QR_CODE("]Q1", "QR Code", Content.URI),
  QR_CODE_ECI("]Q2", "QR Code", Content.URI),
  DOTCODE("]J0", "DotCode", Content.URI),
  AZTEC("]z0", "Aztec Code", Content.URI);

  /** What such a symbol holds, as far as GS1 is concerned. */
  enum Content {
    GTIN_8,
    GTIN_13,
    GTIN_13_ADD_ON,
    GTIN_14,
    /** The issue of a magazine, the price of a book: nothing without the symbol beside it. */
    ADD_ON,
    ELEMENTS,
    URI
  }

  static final int IDENTIFIER_LENGTH = 3;

  private final String identifier;
  private final String text;
  private final Content content;

  Symbology(String identifier, String text, Content content) {
    this.identifier = identifier;
    this.text = text;
    this.content = content;
  }

  /** The symbology whose identifier the text starts with, or null. */
  static @Nullable Symbology of(String text) {
    for (Symbology symbology : values()) {
      if (text.startsWith(symbology.identifier)) {
        return symbology;
      }
    }
    return null;
  }

  /**
   * What a scanner sends for such a symbol with these elements.
   *
   * @throws Gs1Exception if such a symbol holds something else: a GTIN alone, or a URI
   */
  public String transmit(ElementString elements) {
    return identifier
        + switch (content) {
          case ELEMENTS -> elements.separated();
          case GTIN_8 -> gtin(elements, Gtin.Format.GTIN_8);
          case GTIN_13 -> gtin(elements, Gtin.Format.GTIN_13);
          case GTIN_14 -> gtin(elements, Gtin.Format.GTIN_14);
          case GTIN_13_ADD_ON, ADD_ON, URI ->
              throw new Gs1Exception(
                  "element string", elements.bracketed(), "is not what a " + text + " holds");
        };
  }

  /**
   * What a scanner sends for a composite symbol: a linear symbol of this symbology with a
   * two-dimensional component above it.
   *
   * @param linear what the linear symbol says
   * @param component what the component says
   * @throws Gs1Exception if this symbology has no composite form, or does not hold the elements
   */
  public String transmit(ElementString linear, ElementString component) {
    return switch (this) {
      case EAN_UPC, EAN_8 -> transmit(linear) + GS1_DATABAR.transmit(component);
      // the two parts are one message, in which only the last element needs no separator
      case GS1_128, GS1_DATABAR -> GS1_DATABAR.transmit(linear.with(component));
      default ->
          throw new Gs1Exception(
              "element string", component.bracketed(), "has no place beside " + text);
    };
  }

  private String gtin(ElementString elements, Gtin.Format format) {
    String gtin = elements.value("01");
    if (gtin == null || elements.values().size() > 1) {
      throw new Gs1Exception(
          "element string",
          elements.bracketed(),
          "is not a GTIN alone, which a " + text + " holds");
    }
    return new Gtin(gtin).digits(format);
  }

  /** The symbology identifier, such as {@code ]C1}. */
  public String identifier() {
    return identifier;
  }

  /** Its name for people. */
  public String text() {
    return text;
  }

  Content content() {
    return content;
  }
}

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
  QR_CODE("]Q1", "QR Code", Content.URI);

  /** What such a symbol holds, as far as GS1 is concerned. */
  enum Content {
    GTIN_8,
    GTIN_13,
    GTIN_13_ADD_ON,
    GTIN_14,
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

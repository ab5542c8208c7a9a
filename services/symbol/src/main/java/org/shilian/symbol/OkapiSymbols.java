package org.shilian.symbol;

import java.util.ArrayList;
import java.util.List;
import org.shilian.gs1.ElementString;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.HumanReadable;
import org.shilian.symbol.Symbol.Bar;
import org.shilian.symbol.Symbol.Caption;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.backend.Upc;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * The symbols whose bars Okapi works out. The data are checked before, by {@code gs1}, whose table
 * of identifiers is the newer one; so Okapi gets them with FNC1 where it belongs, not to be checked
 * again.
 */
final class OkapiSymbols {
  private static final String FNC1 = "\\<FNC1>";

  /** GS1 General Specifications, section 5.4.3: no more data characters in one GS1-128. */
  private static final int LONGEST_GS1_128 = 48;

  /** Bars of 22.85 mm and 18.23 mm at the target X-dimension of 0.33 mm. */
  private static final int EAN_13_HEIGHT = 69;

  private static final int EAN_8_HEIGHT = 55;

  /** Bars of 32 mm at the target X-dimension of 0.495 mm. */
  private static final int LOGISTIC_HEIGHT = 65;

  private static final int GUARD = 5;
  private static final double LETTERS = 9;

  /** The middle of the bars' lower end and the text's upper end. */
  private static final double GAP = 1;

  private OkapiSymbols() {}

  static Symbol dataMatrix(ElementString elements) {
    DataMatrix symbol = new DataMatrix();
    symbol.setForceMode(DataMatrix.ForceMode.SQUARE);
    encode(symbol, FNC1 + elements.separated().replace("" + ElementString.GS, FNC1));
    return Symbol.square(
        Carrier.GS1_DATA_MATRIX,
        symbol.getWidth(),
        bars(symbol),
        HumanReadable.of(elements).lines(Symbol.LINE));
  }

  static Symbol gs1128(ElementString elements) {
    String data = elements.separated();
    if (data.length() > LONGEST_GS1_128) {
      throw new IllegalArgumentException(
          "GS1-128 of " + data.length() + " characters: expected at most " + LONGEST_GS1_128);
    }
    Code128 symbol = new Code128();
    symbol.setBarHeight(LOGISTIC_HEIGHT);
    encode(symbol, FNC1 + data.replace("" + ElementString.GS, FNC1));
    List<String> lines = HumanReadable.of(elements).lines(symbol.getWidth() / 5);
    List<Caption> captions = new ArrayList<>();
    for (String line : lines) {
      double baseline = LOGISTIC_HEIGHT + GAP + LETTERS + captions.size() * (LETTERS + 1);
      captions.add(new Caption(0, baseline, symbol.getWidth(), LETTERS, line, false));
    }
    return new Symbol(Carrier.GS1_128, symbol.getWidth(), LOGISTIC_HEIGHT, bars(symbol), captions);
  }

  static Symbol ean13(Gtin gtin) {
    String digits = gtin.digits(Gtin.Format.GTIN_13);
    Ean symbol = new Ean(Ean.Mode.EAN13);
    symbol.setGuardPatternExtraHeight(GUARD);
    symbol.setBarHeight(EAN_13_HEIGHT);
    encode(symbol, withoutCheck(digits));
    return new Symbol(
        Carrier.EAN_13,
        symbol.getWidth(),
        EAN_13_HEIGHT + GUARD,
        bars(symbol),
        List.of(
            caption(-10, 7, EAN_13_HEIGHT, digits.substring(0, 1)),
            caption(4, 41, EAN_13_HEIGHT, digits.substring(1, 7)),
            caption(50, 41, EAN_13_HEIGHT, digits.substring(7))));
  }

  static Symbol ean8(Gtin gtin) {
    String digits = gtin.digits(Gtin.Format.GTIN_8);
    Ean symbol = new Ean(Ean.Mode.EAN8);
    symbol.setGuardPatternExtraHeight(GUARD);
    symbol.setBarHeight(EAN_8_HEIGHT);
    encode(symbol, withoutCheck(digits));
    return new Symbol(
        Carrier.EAN_8,
        symbol.getWidth(),
        EAN_8_HEIGHT + GUARD,
        bars(symbol),
        List.of(
            caption(4, 27, EAN_8_HEIGHT, digits.substring(0, 4)),
            caption(36, 27, EAN_8_HEIGHT, digits.substring(4))));
  }

  static Symbol upcA(Gtin gtin) {
    String digits = gtin.digits(Gtin.Format.GTIN_12);
    Upc symbol = new Upc(Upc.Mode.UPCA);
    symbol.setGuardPatternExtraHeight(GUARD);
    symbol.setBarHeight(EAN_13_HEIGHT);
    encode(symbol, withoutCheck(digits));
    return new Symbol(
        Carrier.UPC_A,
        symbol.getWidth(),
        EAN_13_HEIGHT + GUARD,
        bars(symbol),
        List.of(
            caption(-8, 6, EAN_13_HEIGHT, digits.substring(0, 1)),
            caption(11, 34, EAN_13_HEIGHT, digits.substring(1, 6)),
            caption(50, 34, EAN_13_HEIGHT, digits.substring(6, 11)),
            caption(97, 6, EAN_13_HEIGHT, digits.substring(11))));
  }

  static Symbol itf14(Gtin gtin) {
    Code2Of5 symbol = new Code2Of5(Code2Of5.ToFMode.INTERLEAVED);
    // wide to narrow may be 2.25 to 3; 3 is what comes out in whole dots
    symbol.setModuleWidthRatio(3);
    symbol.setBarHeight(LOGISTIC_HEIGHT);
    encode(symbol, gtin.value());
    int bearer = 4;
    int left = Carrier.ITF_14.quietZone().left();
    int width = symbol.getWidth();
    List<Bar> bars = new ArrayList<>();
    bars.add(new Bar(-left, 0, width + 2 * left, bearer));
    for (Bar bar : bars(symbol)) {
      bars.add(new Bar(bar.x(), bearer, bar.width(), LOGISTIC_HEIGHT));
    }
    bars.add(new Bar(-left, bearer + LOGISTIC_HEIGHT, width + 2 * left, bearer));
    int height = LOGISTIC_HEIGHT + 2 * bearer;
    String text = gtin.value();
    String grouped =
        String.join(
            " ",
            text.substring(0, 1),
            text.substring(1, 3),
            text.substring(3, 8),
            text.substring(8, 13),
            text.substring(13));
    return new Symbol(
        Carrier.ITF_14,
        width,
        height,
        bars,
        List.of(new Caption(0, height + GAP + LETTERS, width, LETTERS, grouped, false)));
  }

  private static Caption caption(double x, double width, int height, String digits) {
    return new Caption(x, height + GAP + LETTERS * 0.9, width, LETTERS, digits, true);
  }

  private static String withoutCheck(String digits) {
    return digits.substring(0, digits.length() - 1);
  }

  private static void encode(uk.org.okapibarcode.backend.Symbol symbol, String content) {
    symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
    try {
      symbol.setContent(content);
    } catch (OkapiException e) {
      throw new IllegalArgumentException(
          "%s of %d characters: %s"
              .formatted(symbol.getClass().getSimpleName(), content.length(), e.getMessage()),
          e);
    }
  }

  private static List<Bar> bars(uk.org.okapibarcode.backend.Symbol symbol) {
    List<Bar> bars = new ArrayList<>();
    for (Rectangle bar : symbol.getRectangles()) {
      bars.add(
          new Bar(
              Math.toIntExact(Math.round(bar.x)),
              Math.toIntExact(Math.round(bar.y)),
              Math.toIntExact(Math.round(bar.width)),
              Math.toIntExact(Math.round(bar.height))));
    }
    return bars;
  }
}

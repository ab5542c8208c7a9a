package org.shilian.symbol;

import java.util.ArrayList;
import java.util.List;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.ElementString;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.HumanReadable;

/**
 * A symbol of any carrier, in modules: dark rectangles, and what is printed for people beside them.
 * The origin is the symbol's upper left corner, without its quiet zone. Immutable.
 */
public final class Symbol {
  /**
   * A dark rectangle, in modules.
   *
   * @param x its left side
   * @param y its upper side
   * @param width at least 1
   * @param height at least 1
   */
  public record Bar(int x, int y, int width, int height) {}

  /**
   * A text for people, in modules.
   *
   * @param x the left side of the space for it
   * @param baseline where its letters stand
   * @param width the space for it
   * @param size of the letters
   * @param text what it says
   * @param spread whether its letters fill the space evenly; else they stand in its middle
   */
  public record Caption(
      double x, double baseline, double width, double size, String text, boolean spread) {}

  private final Carrier carrier;
  private final int width;
  private final int height;
  private final List<Bar> bars;
  private final List<Caption> captions;

  Symbol(Carrier carrier, int width, int height, List<Bar> bars, List<Caption> captions) {
    this.carrier = carrier;
    this.width = width;
    this.height = height;
    this.bars = List.copyOf(bars);
    this.captions = List.copyOf(captions);
  }

  /**
   * A QR Code with a Digital Link, in upper case where case does not matter; beneath it what it
   * says.
   *
   * @param resolver the address in front of the link, as {@code https://id.example.org}
   * @throws IllegalArgumentException if the resolver is none, or the link does not fit a symbol
   */
  public static Symbol qr(DigitalLink link, String resolver, Level level) {
    return square(
        Carrier.QR_CODE,
        QrSymbol.of(link.toUpperCaseUri(resolver), level),
        HumanReadable.of(link).lines(LINE));
  }

  /** A QR Code with any text, with nothing beneath it; throws as {@link QrSymbol#of}. */
  public static Symbol qr(String text, Level level) {
    return square(Carrier.QR_CODE, QrSymbol.of(text, level), List.of());
  }

  /**
   * A GS1 QR Code ({@code ]Q3}): elements behind FNC1.
   *
   * @throws IllegalArgumentException if they do not fit a symbol
   */
  public static Symbol gs1Qr(ElementString elements, Level level) {
    return square(
        Carrier.GS1_QR_CODE, QrSymbol.gs1(elements, level), HumanReadable.of(elements).lines(LINE));
  }

  /**
   * A square GS1 DataMatrix ({@code ]d2}).
   *
   * @throws IllegalArgumentException if the elements do not fit a symbol
   */
  public static Symbol gs1DataMatrix(ElementString elements) {
    return OkapiSymbols.dataMatrix(elements);
  }

  /**
   * A GS1-128 ({@code ]C1}).
   *
   * @throws IllegalArgumentException if the elements are longer than the 48 characters that the
   *     standard allows in one symbol
   */
  public static Symbol gs1128(ElementString elements) {
    return OkapiSymbols.gs1128(elements);
  }

  /** An EAN-13; throws {@link org.shilian.gs1.Gs1Exception} if the GTIN has 14 digits. */
  public static Symbol ean13(Gtin gtin) {
    return OkapiSymbols.ean13(gtin);
  }

  /** An EAN-8; throws {@link org.shilian.gs1.Gs1Exception} if the GTIN is no GTIN-8. */
  public static Symbol ean8(Gtin gtin) {
    return OkapiSymbols.ean8(gtin);
  }

  /** A UPC-A; throws {@link org.shilian.gs1.Gs1Exception} if the GTIN has more than 12 digits. */
  public static Symbol upcA(Gtin gtin) {
    return OkapiSymbols.upcA(gtin);
  }

  /** An ITF-14, for cartons, with its bearer bars above and below. */
  public static Symbol itf14(Gtin gtin) {
    return OkapiSymbols.itf14(gtin);
  }

  /** The linear symbol for the shelf that a GTIN was given out for. */
  public static Symbol retail(Gtin gtin) {
    return switch (gtin.format()) {
      case GTIN_8 -> ean8(gtin);
      case GTIN_12 -> upcA(gtin);
      case GTIN_13 -> ean13(gtin);
      case GTIN_14 -> itf14(gtin);
    };
  }

  /** So many characters of text stand beneath a square symbol, or more if an element is longer. */
  static final int LINE = 22;

  private static final double LINE_HEIGHT = 1.2;

  /** Letters are about half as wide as they are high. */
  private static final double LETTER_WIDTH = 0.58;

  /** 1.6 mm and 2 mm at the X-dimension to aim at. */
  private static final double SMALLEST_LETTERS = 3.2;

  private static final double LARGEST_LETTERS = 4;

  private static Symbol square(Carrier carrier, QrSymbol symbol, List<String> lines) {
    List<Bar> bars = new ArrayList<>();
    for (int y = 0; y < symbol.size(); y++) {
      int from = -1;
      for (int x = 0; x <= symbol.size(); x++) {
        boolean dark = x < symbol.size() && symbol.get(x, y);
        if (dark && from < 0) {
          from = x;
        } else if (!dark && from >= 0) {
          bars.add(new Bar(from, y, x - from, 1));
          from = -1;
        }
      }
    }
    return square(carrier, symbol.size(), bars, lines);
  }

  /** A square symbol with lines of text beneath its quiet zone. */
  static Symbol square(Carrier carrier, int size, List<Bar> bars, List<String> lines) {
    int quiet = carrier.quietZone().left();
    double space = size + 2.0 * quiet;
    int longest = lines.stream().mapToInt(String::length).max().orElse(1);
    double fitting = space / (LETTER_WIDTH * longest);
    double letters = Math.max(SMALLEST_LETTERS, Math.min(LARGEST_LETTERS, fitting));
    // beneath a small symbol the text is the wider of the two
    double textWidth = Math.max(space, LETTER_WIDTH * longest * letters);
    double left = (size - textWidth) / 2;
    List<Caption> captions = new ArrayList<>();
    for (String line : lines) {
      double baseline = size + quiet + letters + captions.size() * LINE_HEIGHT * letters;
      captions.add(new Caption(left, baseline, textWidth, letters, line, false));
    }
    return new Symbol(carrier, size, size, bars, captions);
  }

  /** Which symbology it is of. */
  public Carrier carrier() {
    return carrier;
  }

  /** Its width in modules, without quiet zone. */
  public int width() {
    return width;
  }

  /** Its height in modules, without quiet zone and text. */
  public int height() {
    return height;
  }

  /** Its dark rectangles. They do not overlap; some touch. */
  public List<Bar> bars() {
    return bars;
  }

  /** What is printed for people. */
  public List<Caption> captions() {
    return captions;
  }

  /** The same without text for people. */
  public Symbol withoutCaptions() {
    return new Symbol(carrier, width, height, bars, List.of());
  }

  /**
   * The same with shorter bars, for a label that has no room for whole ones. A reader then has to
   * be held more exactly.
   *
   * @param modules how many modules are left out of the height
   * @throws IllegalArgumentException if it is a square symbol, or if less than a third of its
   *     height were left
   */
  public Symbol shortened(int modules) {
    boolean square = width == height;
    if (square || modules < 0 || 3 * (height - modules) < height) {
      throw new IllegalArgumentException(
          "%s of %d modules height: cannot be shortened by %d"
              .formatted(carrier.text(), height, modules));
    }
    List<Bar> shorter = new ArrayList<>();
    for (Bar bar : bars) {
      if (bar.height() > modules) {
        shorter.add(new Bar(bar.x(), bar.y(), bar.width(), bar.height() - modules));
      } else {
        // a bearer bar, above or below
        shorter.add(
            new Bar(bar.x(), bar.y() == 0 ? 0 : bar.y() - modules, bar.width(), bar.height()));
      }
    }
    List<Caption> higher =
        captions.stream()
            .map(
                c ->
                    new Caption(
                        c.x(), c.baseline() - modules, c.width(), c.size(), c.text(), c.spread()))
            .toList();
    return new Symbol(carrier, width, height - modules, shorter, higher);
  }

  /** Modules from the left end of quiet zone and text to the symbol's own left side. */
  public double leftSpace() {
    double left = carrier.quietZone().left();
    for (Caption caption : captions) {
      left = Math.max(left, -caption.x());
    }
    return left;
  }

  /** Modules from the left end of quiet zone and text to their right end. */
  public double fullWidth() {
    double right = width + carrier.quietZone().right();
    for (Caption caption : captions) {
      right = Math.max(right, caption.x() + caption.width());
    }
    return leftSpace() + right;
  }

  /** Modules from the upper end of the quiet zone to the lower end of quiet zone and text. */
  public double fullHeight() {
    double bottom = height + carrier.quietZone().bottom();
    for (Caption caption : captions) {
      // room for what hangs below the line
      bottom = Math.max(bottom, caption.baseline() + 0.25 * caption.size());
    }
    return carrier.quietZone().top() + bottom;
  }
}

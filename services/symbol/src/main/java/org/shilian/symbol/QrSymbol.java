package org.shilian.symbol;

import java.util.Objects;
import org.shilian.gs1.ElementString;

/**
 * A QR Code model 2 symbol (ISO/IEC 18004) in the smallest version that holds its text. Immutable.
 *
 * <p>A text of {@code 0-9 A-Z $%*+-./:} and space only is stored in alphanumeric mode, 5.5 bits a
 * character, which is why the platform's Digital Links are upper case: a batch code with a lot of
 * 20 characters then fits version 3. Any other text is stored as bytes, and when it is not ASCII as
 * UTF-8 with the ECI that says so.
 */
public final class QrSymbol {

  /** The light margin that ISO/IEC 18004, 9.1 asks for around a symbol, in modules. */
  public static final int QUIET_ZONE = 4;

  private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final int LARGEST_MODULE = 64;

  private final ModuleGrid modules;

  private QrSymbol(ModuleGrid modules) {
    this.modules = modules;
  }

  /**
   * The symbol of a text with error correction level M.
   *
   * @throws IllegalArgumentException when the text is empty or too long for the largest symbol
   */
  public static QrSymbol of(String text) {
    return of(text, Level.M);
  }

  /**
   * The symbol of a text.
   *
   * @throws IllegalArgumentException when the text is empty or too long for the largest symbol of
   *     that level
   */
  public static QrSymbol of(String text, Level level) {
    return new QrSymbol(QrEncoder.encode(text, level, false));
  }

  /**
   * The symbol of GS1 elements: a GS1 QR Code, which a scanner announces as {@code ]Q3}.
   *
   * @throws IllegalArgumentException when they are too long for the largest symbol of that level
   */
  public static QrSymbol gs1(ElementString elements, Level level) {
    return new QrSymbol(QrEncoder.encode(fnc1Text(elements.separated()), level, true));
  }

  /**
   * In alphanumeric mode a separator is written {@code %}, and a percent sign twice (clause
   * 7.4.8.3); in all other modes both stand as they are.
   */
  private static String fnc1Text(String data) {
    boolean alphanumeric =
        data.chars().allMatch(c -> c == ElementString.GS || ALPHANUMERIC.indexOf(c) >= 0);
    return alphanumeric ? data.replace("%", "%%").replace(ElementString.GS, '%') : data;
  }

  /** Modules on one side, without the quiet zone: 21 for version 1, 4 more for each next one. */
  public int size() {
    return modules.size();
  }

  /**
   * Whether a module is dark.
   *
   * @param x column from the left, 0 to {@code size() - 1}
   * @param y row from the top, 0 to {@code size() - 1}
   */
  public boolean get(int x, int y) {
    Objects.checkIndex(x, modules.size());
    Objects.checkIndex(y, modules.size());
    return modules.get(x, y);
  }

  /**
   * The symbol with its quiet zone as an SVG document one module to the unit: a white ground and
   * one black path that outlines the dark areas, so that no seams show between modules at any
   * scale. It has no width or height of its own and fills what it is put in.
   */
  public String toSvg() {
    int side = size() + 2 * QUIET_ZONE;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + side
        + ' '
        + side
        + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path d=\""
        + Outline.of(this, QUIET_ZONE)
        + "\"/></svg>";
  }

  /**
   * The symbol with its quiet zone as a PNG of one bit a pixel.
   *
   * @param modulePixels side of a module in pixels, 1 to 64
   * @throws IllegalArgumentException when {@code modulePixels} is out of range
   */
  public byte[] toPng(int modulePixels) {
    if (modulePixels < 1 || modulePixels > LARGEST_MODULE) {
      throw new IllegalArgumentException(
          "module size %d: expected 1 to %d pixels".formatted(modulePixels, LARGEST_MODULE));
    }
    return BitPng.of(this, QUIET_ZONE, modulePixels);
  }
}

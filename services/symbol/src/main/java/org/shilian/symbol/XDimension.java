package org.shilian.symbol;

/**
 * The width of a symbol's module as a printer can print it: a whole number of its dots. A module of
 * three and a half dots would come out as three here and four there, and that reads badly.
 *
 * @param dots the dots of a module, at least 1
 * @param dpi the printer's dots per inch, such as 203, 300 or 600
 */
public record XDimension(int dots, int dpi) {
  private static final double MILLIMETRES_PER_INCH = 25.4;
  private static final int COARSEST = 72;
  private static final int FINEST = 4_800;

  /** Checks the values. */
  public XDimension {
    if (dots < 1) {
      throw new IllegalArgumentException("module of " + dots + " dots: expected at least 1");
    }
    checkDpi(dpi);
  }

  private static void checkDpi(int dpi) {
    if (dpi < COARSEST || dpi > FINEST) {
      throw new IllegalArgumentException(
          "resolution of " + dpi + " dpi: expected " + COARSEST + " to " + FINEST);
    }
  }

  /**
   * The module that comes nearest to a width.
   *
   * @param millimetres above 0
   */
  public static XDimension nearest(double millimetres, int dpi) {
    checkDpi(dpi);
    if (!(millimetres > 0)) {
      throw new IllegalArgumentException("module of " + millimetres + " mm: expected above 0");
    }
    double dots = millimetres * dpi / MILLIMETRES_PER_INCH;
    return new XDimension((int) Math.max(1, Math.round(dots)), dpi);
  }

  /**
   * The module for a carrier: that which comes nearest to the target, or a narrower one if so many
   * modules fit only then; always within what the carrier allows.
   *
   * @param modules how many there are side by side, quiet zone included
   * @param space millimetres for them
   * @throws IllegalArgumentException if they do not fit at the smallest module the carrier allows
   */
  public static XDimension fitting(Carrier carrier, int modules, double space, int dpi) {
    return fitting(carrier, modules, space, dpi, carrier.target());
  }

  /**
   * As {@link #fitting(Carrier, int, double, int)}, but with another aim than the carrier's target.
   *
   * @param aim millimetres; what the carrier does not allow is brought to what it does
   */
  public static XDimension fitting(
      Carrier carrier, int modules, double space, int dpi, double aim) {
    checkDpi(dpi);
    double allowed = Math.min(carrier.largest(), Math.max(carrier.smallest(), aim));
    double dot = MILLIMETRES_PER_INCH / dpi;
    // the standard rounds mils to micrometres; a dot that is nearer than that is the same
    double tolerance = 0.001;
    int least = (int) Math.max(1, Math.ceil((carrier.smallest() - tolerance) / dot));
    int most = Math.max(least, (int) Math.round(allowed / dot));
    most = Math.min(most, (int) Math.floor((carrier.largest() + tolerance) / dot));
    int fitting = (int) Math.floor((space + tolerance) / modules / dot);
    int dots = Math.min(most, fitting);
    if (dots < least || least * dot > carrier.largest() + tolerance) {
      throw new IllegalArgumentException(
          "%s of %d modules: needs %.1f mm at %d dpi, and there are %.1f mm"
              .formatted(carrier.text(), modules, modules * least * dot, dpi, space));
    }
    return new XDimension(dots, dpi);
  }

  /** The width in millimetres. */
  public double millimetres() {
    return dots * MILLIMETRES_PER_INCH / dpi;
  }
}

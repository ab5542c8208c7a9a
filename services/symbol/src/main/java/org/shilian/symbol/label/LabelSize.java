package org.shilian.symbol.label;

/**
 * The size of a label, in millimetres.
 *
 * @param width across the print head
 * @param height along the roll
 * @param margin what stays free at each side, since labels shift a little in the printer
 */
public record LabelSize(double width, double height, double margin) {
  /** For a jar or a small box. */
  public static final LabelSize SMALL_30_BY_20 = new LabelSize(30, 20, 1);

  public static final LabelSize RETAIL_40_BY_30 = new LabelSize(40, 30, 1.5);
  public static final LabelSize RETAIL_50_BY_30 = new LabelSize(50, 30, 1.5);
  public static final LabelSize RETAIL_60_BY_40 = new LabelSize(60, 40, 1.5);
  public static final LabelSize CARTON_80_BY_50 = new LabelSize(80, 50, 2);
  public static final LabelSize CARTON_100_BY_70 = new LabelSize(100, 70, 2);

  /** The logistic label of boxes and pallets. */
  public static final LabelSize LOGISTIC_100_BY_150 = new LabelSize(100, 150, 3);

  private static final double LARGEST = 1_000;

  /** Checks the values. */
  public LabelSize {
    if (!(margin >= 0
        && width > 2 * margin
        && height > 2 * margin
        && width <= LARGEST
        && height <= LARGEST)) {
      throw new IllegalArgumentException(
          "label of %s × %s mm with margins of %s mm: expected room between the margins, and up to 1 m"
              .formatted(width, height, margin));
    }
  }
}

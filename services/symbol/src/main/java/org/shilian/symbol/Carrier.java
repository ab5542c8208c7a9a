package org.shilian.symbol;

/**
 * The symbologies that are drawn here, with what the GS1 General Specifications ask of each: the
 * light space round it and how wide its narrowest element, the X-dimension, may be printed
 * (sections 5.2 to 5.7 and the symbol specification tables of 5.12.3).
 */
public enum Carrier {
  QR_CODE("QR Code", 4, 4, 4, 4, 0.396, 0.495, 0.990),
  GS1_QR_CODE("GS1 QR Code", 4, 4, 4, 4, 0.396, 0.495, 0.990),
  GS1_DATA_MATRIX("GS1 DataMatrix", 1, 1, 1, 1, 0.396, 0.495, 0.990),
  GS1_128("GS1-128", 10, 0, 10, 0, 0.250, 0.495, 1.016),
  EAN_13("EAN-13", 11, 0, 7, 0, 0.264, 0.330, 0.660),
  EAN_8("EAN-8", 7, 0, 7, 0, 0.264, 0.330, 0.660),
  UPC_A("UPC-A", 9, 0, 9, 0, 0.264, 0.330, 0.660),
  ITF_14("ITF-14", 10, 0, 10, 0, 0.250, 0.495, 1.016);

  /**
   * Light space, in modules.
   *
   * @param left at least so much
   * @param top at least so much
   * @param right at least so much
   * @param bottom at least so much; text for people may stand in it
   */
  public record QuietZone(int left, int top, int right, int bottom) {}

  private final String text;
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;
  private final double smallest;
  private final double target;
  private final double largest;

  Carrier(
      String text,
      int left,
      int top,
      int right,
      int bottom,
      double smallest,
      double target,
      double largest) {
    this.text = text;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    this.smallest = smallest;
    this.target = target;
    this.largest = largest;
  }

  /** Its name for people. */
  public String text() {
    return text;
  }

  /** The light space that has to be round it. */
  public QuietZone quietZone() {
    return new QuietZone(left, top, right, bottom);
  }

  /** The smallest X-dimension, in millimetres. */
  public double smallest() {
    return smallest;
  }

  /** The X-dimension to aim at, in millimetres. */
  public double target() {
    return target;
  }

  /** The largest X-dimension, in millimetres. */
  public double largest() {
    return largest;
  }
}

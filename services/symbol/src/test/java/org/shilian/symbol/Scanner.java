package org.shilian.symbol;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** What a camera and ZXing's reader make of a picture. */
public final class Scanner {
  private static final List<BarcodeFormat> SQUARES =
      List.of(BarcodeFormat.QR_CODE, BarcodeFormat.DATA_MATRIX);

  private static final List<BarcodeFormat> BARS =
      List.of(
          BarcodeFormat.CODE_128,
          BarcodeFormat.EAN_13,
          BarcodeFormat.EAN_8,
          BarcodeFormat.UPC_A,
          BarcodeFormat.ITF);

  private static final List<BarcodeFormat> FORMATS =
      Stream.concat(SQUARES.stream(), BARS.stream()).toList();

  private Scanner() {}

  /**
   * What is read, behind the symbology identifier. A camera takes picture after picture, a little
   * sharper or less so; this looks four times.
   */
  public static String scan(BufferedImage image) throws NotFoundException {
    return scan(image, FORMATS);
  }

  /** The same, of a picture with a bar code too, which it passes over. */
  public static String scanSquare(BufferedImage image) throws NotFoundException {
    return scan(image, SQUARES);
  }

  /** The same, of a picture with a QR or Data Matrix code too, which it passes over. */
  public static String scanBars(BufferedImage image) throws NotFoundException {
    return scan(image, BARS);
  }

  private static String scan(BufferedImage image, List<BarcodeFormat> formats)
      throws NotFoundException {
    Map<DecodeHintType, Object> hints =
        Map.of(
            DecodeHintType.TRY_HARDER, true,
            DecodeHintType.ASSUME_GS1, true,
            DecodeHintType.POSSIBLE_FORMATS, formats);
    BufferedImage soft = softened(image);
    for (BufferedImage seen : List.of(image, soft)) {
      int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
      LuminanceSource light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
      for (Binarizer dark :
          List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
        try {
          return sent(new MultiFormatReader().decode(new BinaryBitmap(dark), hints));
        } catch (NotFoundException e) {
          // the next look
        }
      }
    }
    throw NotFoundException.getNotFoundInstance();
  }

  private static BufferedImage softened(BufferedImage image) {
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    float[] even = new float[9];
    Arrays.fill(even, 1 / 9f);
    return new ConvolveOp(new Kernel(3, 3, even), ConvolveOp.EDGE_NO_OP, null).filter(grey, null);
  }

  private static String sent(Result result) {
    return switch (result.getBarcodeFormat()) {
      case EAN_13 -> "]E0" + result.getText();
      // scanners send UPC-A as 13 digits
      case UPC_A -> "]E00" + result.getText();
      case EAN_8 -> "]E4" + result.getText();
      case ITF -> "]I1" + result.getText();
      // where told to expect FNC1, ZXing writes the identifier itself
      case CODE_128 -> result.getText();
      default ->
          result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER)
              + result.getText();
    };
  }

  /** The picture turned by so many degrees and scaled, on a larger white ground. */
  public static BufferedImage turned(BufferedImage image, double degrees, double scale) {
    double diagonal = Math.hypot(image.getWidth(), image.getHeight()) * scale;
    int side = (int) Math.ceil(diagonal) + 20;
    BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, side, side);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = AffineTransform.getTranslateInstance(side / 2.0, side / 2.0);
    place.rotate(Math.toRadians(degrees));
    place.scale(scale, scale);
    place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
    graphics.drawImage(image, place, null);
    graphics.dispose();
    return turned;
  }

  /** The picture with round blots, grey shades and specks; the same for the same seed. */
  public static BufferedImage dirtied(
      BufferedImage image, int blots, int diameter, int specks, long seed) {
    Random random = new Random(seed);
    BufferedImage dirtied =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = dirtied.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    for (int i = 0; i < blots; i++) {
      int shade = random.nextBoolean() ? 20 : 240;
      graphics.setColor(new Color(shade, shade, shade));
      graphics.fillOval(
          image.getWidth() / 4 + random.nextInt(image.getWidth() / 2),
          image.getHeight() / 4 + random.nextInt(image.getHeight() / 2),
          diameter,
          diameter);
    }
    graphics.dispose();
    for (int i = 0; i < specks; i++) {
      int grey = random.nextInt(256);
      dirtied.setRGB(
          random.nextInt(image.getWidth()),
          random.nextInt(image.getHeight()),
          new Color(grey, grey, grey).getRGB());
    }
    return dirtied;
  }
}

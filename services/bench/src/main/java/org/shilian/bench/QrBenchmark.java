package org.shilian.bench;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shilian.symbol.QrSymbol;
import uk.org.okapibarcode.graphics.Color;
import uk.org.okapibarcode.output.Java2DRenderer;
import uk.org.okapibarcode.output.SvgRenderer;

/**
 * Symbols of batch codes a second on one core, each for another lot: encoding, and each picture of
 * a symbol that is encoded already; beside ZXing's own writer and ImageIO.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QrBenchmark {

  private static final int MODULE_PIXELS = 8;
  private static final Map<EncodeHintType, ?> HINTS =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

  private int lot;
  private QrSymbol symbol = QrSymbol.of("A");

  /** Makes the symbol that the picture benchmarks draw. */
  @Setup
  public void symbol() {
    symbol = QrSymbol.of(uri());
  }

  @Benchmark
  public QrSymbol encode() {
    return QrSymbol.of(uri());
  }

  @Benchmark
  public String encodeAndDrawSvg() {
    return QrSymbol.of(uri()).toSvg();
  }

  @Benchmark
  public byte[] encodeAndDrawPng() {
    return QrSymbol.of(uri()).toPng(MODULE_PIXELS);
  }

  @Benchmark
  public String drawSvg() {
    return symbol.toSvg();
  }

  @Benchmark
  public byte[] drawPng() {
    return symbol.toPng(MODULE_PIXELS);
  }

  /** What a program does that has only ZXing and the JDK. */
  @Benchmark
  public byte[] zxingAndImageIoPng() throws WriterException, IOException {
    int side = (symbol.size() + 2 * QrSymbol.QUIET_ZONE) * MODULE_PIXELS;
    BitMatrix matrix = new QRCodeWriter().encode(uri(), BarcodeFormat.QR_CODE, side, side, HINTS);
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xffffff);
      }
    }
    return png(image);
  }

  /** The same with Nayuki's generator. */
  @Benchmark
  public byte[] nayukiAndImageIoPng() throws IOException {
    QrCode code =
        QrCode.encodeSegments(QrSegment.makeSegments(uri()), QrCode.Ecc.MEDIUM, 1, 40, -1, false);
    int side = (code.size + 2 * QrSymbol.QUIET_ZONE) * MODULE_PIXELS;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        boolean dark =
            code.getModule(
                x / MODULE_PIXELS - QrSymbol.QUIET_ZONE, y / MODULE_PIXELS - QrSymbol.QUIET_ZONE);
        image.setRGB(x, y, dark ? 0 : 0xffffff);
      }
    }
    return png(image);
  }

  /** The same with Okapi. */
  @Benchmark
  public byte[] okapiAndImageIoPng() throws IOException {
    uk.org.okapibarcode.backend.QrCode code = okapi();
    int side = code.getWidth() * MODULE_PIXELS;
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    Graphics2D graphics = image.createGraphics();
    new Java2DRenderer(graphics, MODULE_PIXELS, Color.WHITE, Color.BLACK).render(code);
    graphics.dispose();
    return png(image);
  }

  @Benchmark
  public byte[] okapiSvg() throws IOException {
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    new SvgRenderer(svg, 1, Color.WHITE, Color.BLACK, true).render(okapi());
    return svg.toByteArray();
  }

  private uk.org.okapibarcode.backend.QrCode okapi() {
    uk.org.okapibarcode.backend.QrCode code = new uk.org.okapibarcode.backend.QrCode();
    code.setPreferredEccLevel(uk.org.okapibarcode.backend.QrCode.EccLevel.M);
    code.setQuietZoneHorizontal(QrSymbol.QUIET_ZONE);
    code.setQuietZoneVertical(QrSymbol.QUIET_ZONE);
    code.setContent(uri());
    return code;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private String uri() {
    lot = (lot + 1) % 900_000;
    return "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-" + (100_000 + lot);
  }
}

package org.shilian.bench;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shilian.symbol.Level;
import org.shilian.symbol.QrSymbol;
import uk.org.okapibarcode.backend.QrCode.EccLevel;

/**
 * The same version 3 symbols, each of another lot, from us and from other encoders in one JVM: the
 * mask chosen by the standard's rules by each of them, no picture. ZXing with the mask given shows
 * what choosing it costs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QrEncoderBenchmark {
  private int lot;

  @Benchmark
  public QrSymbol shilian() {
    return QrSymbol.of(uri(), Level.M);
  }

  @Benchmark
  public QRCode zxing() throws WriterException {
    return Encoder.encode(uri(), ErrorCorrectionLevel.M, Map.of());
  }

  @Benchmark
  public QRCode zxingWithTheMaskGiven() throws WriterException {
    return Encoder.encode(uri(), ErrorCorrectionLevel.M, Map.of(EncodeHintType.QR_MASK_PATTERN, 0));
  }

  @Benchmark
  public QrCode nayuki() {
    return QrCode.encodeSegments(
        QrSegment.makeSegments(uri()), QrCode.Ecc.MEDIUM, 1, 40, -1, false);
  }

  @Benchmark
  public uk.org.okapibarcode.backend.QrCode okapi() {
    uk.org.okapibarcode.backend.QrCode code = new uk.org.okapibarcode.backend.QrCode();
    code.setPreferredEccLevel(EccLevel.M);
    code.setContent(uri());
    return code;
  }

  private String uri() {
    lot = (lot + 1) % 900_000;
    return "HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-" + (100_000 + lot);
  }
}

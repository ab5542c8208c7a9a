package org.shilian.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.ElementString;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.symbol.Level;
import org.shilian.symbol.Symbol;
import org.shilian.symbol.label.Label;
import org.shilian.symbol.label.LabelLayout;
import org.shilian.symbol.label.LabelSheet;
import org.shilian.symbol.label.LabelSize;

/** Labels a second on one core, each with a code of its own and Chinese text, code included. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LabelBenchmark {
  private static final int SHEETS = 10;
  private static final int LABELS = SHEETS * 24;

  private final Gtin gtin = new Gtin("09521234000013");
  private final Lot lot = new Lot("20261101-A");
  private int serial;

  /** Ten A4 sheets of 24 labels. */
  @Benchmark
  @OperationsPerInvocation(LABELS)
  public int pdf() throws IOException {
    Iterator<Label> labels = IntStream.range(0, LABELS).mapToObj(i -> next()).iterator();
    LabelSheet.A4_24.write(labels, 300, OutputStream.nullOutputStream());
    return serial;
  }

  @Benchmark
  public String zpl() {
    return LabelLayout.of(next(), LabelSize.RETAIL_50_BY_30, 203).toZpl();
  }

  @Benchmark
  public byte[] png() {
    return LabelLayout.of(next(), LabelSize.RETAIL_50_BY_30, 203).toPng();
  }

  @Benchmark
  public String svg() {
    return LabelLayout.of(next(), LabelSize.RETAIL_50_BY_30, 203).toSvg();
  }

  /** What Okapi works out, without a picture. */
  @Benchmark
  public Symbol gs1DataMatrix() {
    serial = (serial + 1) % 900_000;
    return Symbol.gs1DataMatrix(ElementString.parse("(01)09521234000013(21)" + (100_000 + serial)));
  }

  private Label next() {
    serial = (serial + 1) % 900_000;
    DigitalLink item = DigitalLink.ofItem(gtin, new Serial("ABCDEFGHIJ" + (100_000 + serial)));
    return Label.ofBatch(
        Symbol.qr(item, "https://id.gs1.org", Level.M), "缙云烧饼（梅干菜肉馅）", lot, null, null);
  }
}

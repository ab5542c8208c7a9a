package org.shilian.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shilian.gs1.DigitalLink;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;

/** Digital Links read and written a second on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DigitalLinkBenchmark {

  /** What is read: what a browser asks this server for, and one with all that a label may add. */
  @State(Scope.Thread)
  public static class Text {
    @Param({
      "/01/09521234000013/10/20261101-1",
      "https://id.gs1.org/01/09521234000013/10/A%2F1/21/XYZ-9?17=261201&utm_source=label"
    })
    String text = "";
  }

  private final Gtin gtin = new Gtin("09521234000013");
  private final Lot lot = new Lot("20261101-1");

  @Benchmark
  public DigitalLink parse(Text given) {
    return DigitalLink.parse(given.text);
  }

  @Benchmark
  public String write() {
    return DigitalLink.ofBatch(gtin, lot).toUpperCaseUri("https://id.gs1.org");
  }
}

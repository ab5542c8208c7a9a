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
import org.shilian.gs1.Gs1Exception;
import org.shilian.gs1.ScannedCode;

/** What scanners send, read a second on one core; the last of them is refused. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ScanBenchmark {
  @Param({
    "]Q1HTTPS://ID.GS1.ORG/01/09521234000013/10/20261101-1",
    "]d20109521234000013172701311020261101-1",
    "(01)09521234000013(10)20261101-1(17)270131",
    "urn:epc:class:lgtin:95212340.00001.20261101-1",
    "]E09521234000013",
    "]E09521234000014"
  })
  String text = "";

  @Benchmark
  public Object read() {
    try {
      return ScannedCode.parse(text);
    } catch (Gs1Exception refused) {
      return refused;
    }
  }
}

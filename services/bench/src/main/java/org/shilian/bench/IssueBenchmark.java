package org.shilian.bench;

import java.util.Objects;
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
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Lot;
import org.shilian.gs1.Serial;
import org.shilian.serial.ItemKeys;
import org.shilian.serial.ItemSerials;
import org.shilian.serial.SerialCheck;

/** Serials of item codes made, and checked without a database, a second on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IssueBenchmark {
  private static final Gtin GTIN = new Gtin("09521234000013");
  private static final Lot LOT = new Lot("20261101-1");

  private final ItemKeys keys = ItemKeys.parse("0 " + "000102030405060708090a0b0c0d0e0f".repeat(2));
  private final ItemSerials serials =
      new ItemSerials(Objects.requireNonNull(keys.get("0")), GTIN, LOT);
  private final SerialCheck check = new SerialCheck(keys);
  private final Serial genuine = new Serial(serials.serial(7));
  private final Serial forged =
      new Serial(genuine.value().substring(0, 15) + (genuine.value().endsWith("0") ? '1' : '0'));
  private long counter;

  @Benchmark
  public String issue() {
    counter = (counter + 1) % ItemSerials.COUNTERS;
    return serials.serial(counter);
  }

  @Benchmark
  public SerialCheck.Verdict checkGenuine() {
    return check.check(GTIN, LOT, genuine);
  }

  @Benchmark
  public SerialCheck.Verdict checkForged() {
    return check.check(GTIN, LOT, forged);
  }
}

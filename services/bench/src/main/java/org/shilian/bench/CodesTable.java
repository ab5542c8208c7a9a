package org.shilian.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import uk.org.okapibarcode.backend.QrCode;

/**
 * What every code goes through, as one table: symbols beside other encoders, in one JVM and one
 * after the other on one core; and what only the platform does. Shorter than a run of the
 * benchmarks one by one, and without forks, so a little less exact.
 */
public final class CodesTable {
  private static final int WARM_UPS = 2;
  private static final int MEASUREMENTS = 3;
  private static final TimeValue TIME = TimeValue.milliseconds(1_400);
  private static final String HEADER = "| %-44s | %12s | %12s | %12s | %12s |%n";

  /** A row: a benchmark of each column, empty where the other has nothing like it. */
  private record Row(String what, String ours, String zxing, String nayuki, String okapi) {}

  private static final List<Row> BESIDE_OTHERS =
      List.of(
          new Row(
              "symbol, mask chosen, no picture",
              "QrEncoderBenchmark.shilian",
              "QrEncoderBenchmark.zxing",
              "QrEncoderBenchmark.nayuki",
              "QrEncoderBenchmark.okapi"),
          new Row("symbol, mask given", "", "QrEncoderBenchmark.zxingWithTheMaskGiven", "", ""),
          new Row("symbol to SVG", "QrBenchmark.encodeAndDrawSvg", "", "", "QrBenchmark.okapiSvg"),
          new Row(
              "symbol to PNG (others: by ImageIO)",
              "QrBenchmark.encodeAndDrawPng",
              "QrBenchmark.zxingAndImageIoPng",
              "QrBenchmark.nayukiAndImageIoPng",
              "QrBenchmark.okapiAndImageIoPng"));

  private static final List<Row> OURS =
      List.of(
          ours("Digital Link of a batch parsed", "DigitalLinkBenchmark.parse:0"),
          ours("Digital Link with all a label may add parsed", "DigitalLinkBenchmark.parse:1"),
          ours("Digital Link written", "DigitalLinkBenchmark.write"),
          ours("serial of an item code made", "IssueBenchmark.issue"),
          ours("item code checked, genuine", "IssueBenchmark.checkGenuine"),
          ours("item code checked, forged", "IssueBenchmark.checkForged"),
          ours("label on sheets of 24 as PDF", "LabelBenchmark.pdf"),
          ours("label of 50 x 30 mm as ZPL", "LabelBenchmark.zpl"));

  private final PrintStream out;

  public CodesTable(PrintStream out) {
    this.out = out;
  }

  private static Row ours(String what, String benchmark) {
    return new Row(what, benchmark, "", "", "");
  }

  /** Measures and prints; takes about three minutes. */
  public void print() throws RunnerException {
    Map<String, Double> scores = scores(run());
    out.printf("%nA second on one core, in one JVM; symbols of version 3, level M%n%n");
    out.printf(
        HEADER,
        "",
        "Shilian",
        "ZXing " + version("com.google.zxing", "core"),
        "Nayuki " + version("io.nayuki", "qrcodegen"),
        "Okapi " + QrCode.class.getPackage().getImplementationVersion());
    out.printf("|---|--:|--:|--:|--:|%n");
    BESIDE_OTHERS.forEach(row -> print(row, scores));
    OURS.forEach(row -> print(row, scores));
  }

  private void print(Row row, Map<String, Double> scores) {
    out.printf(
        HEADER,
        row.what(),
        cell(scores, row.ours()),
        cell(scores, row.zxing()),
        cell(scores, row.nayuki()),
        cell(scores, row.okapi()));
  }

  private static String cell(Map<String, Double> scores, String benchmark) {
    Double score = scores.get(benchmark);
    return score == null ? "" : String.format(Locale.ROOT, "%,.0f", score);
  }

  private static Collection<RunResult> run() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    for (List<Row> rows : List.of(BESIDE_OTHERS, OURS)) {
      for (Row row : rows) {
        for (String benchmark : List.of(row.ours(), row.zxing(), row.nayuki(), row.okapi())) {
          if (!benchmark.isEmpty()) {
            var unused = options.include(pattern(benchmark.replaceFirst(":.*", "")));
          }
        }
      }
    }
    return new Runner(
            options
                .forks(0)
                .warmupIterations(WARM_UPS)
                .warmupTime(TIME)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(TIME)
                .verbosity(VerboseMode.SILENT)
                .build())
        .run();
  }

  private static String pattern(String benchmark) {
    return "\\." + benchmark.replace(".", "\\.") + "$";
  }

  /** By class and method, and the number of the parameter where there is one. */
  private static Map<String, Double> scores(Collection<RunResult> results) {
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : results) {
      String[] names = result.getParams().getBenchmark().split("\\.", -1);
      String name = names[names.length - 2] + "." + names[names.length - 1];
      boolean several = !result.getParams().getParamsKeys().isEmpty();
      int place = 0;
      while (several && scores.containsKey(name + ":" + place)) {
        place++;
      }
      scores.put(several ? name + ":" + place : name, result.getPrimaryResult().getScore());
    }
    return scores;
  }

  /** What the jar of a library says that it is. */
  private static String version(String group, String artifact) {
    Properties properties = new Properties();
    String file = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (@Nullable InputStream in = CodesTable.class.getResourceAsStream(file)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // unknown
    }
    return properties.getProperty("version", "");
  }
}

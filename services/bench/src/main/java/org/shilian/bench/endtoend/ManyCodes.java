package org.shilian.bench.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;

/**
 * Issues item codes for one lot and has them over HTTP in every form that grows with them, and says
 * what that took of time, memory and database.
 */
final class ManyCodes {
  /** Enough for any number of codes, and little enough to show that they are not kept. */
  static final String HEAP = "512m";

  private static final String LOT = "BENCH-1";
  private static final int CREATED = 201;
  private static final int OK = 200;

  /** Of a serial, the characters that its counter is in. */
  private static final int COUNTER_FROM = 1;

  private static final int COUNTER_TO = 8;
  private static final int BASE = 32;
  private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]+)\"");
  private static final Pattern COLLECTED = Pattern.compile("->(\\d+)M\\(");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Stack stack;
  private final Path data;
  private final int count;
  private final PrintStream out;

  /**
   * What to measure.
   *
   * @param count how many codes
   */
  ManyCodes(Stack stack, Path data, int count, PrintStream out) {
    this.stack = stack;
    this.data = data;
    this.count = count;
    this.out = out;
  }

  /** Issues them for a lot that this maker makes, and has them. */
  void measure(Connection database, Operator maker, String key, Product product, LocalDate made)
      throws IOException, InterruptedException, SQLException {
    produce(maker, key, product, made);
    Kept before = Kept.now(database);
    long began = System.nanoTime();
    String range = issue(key, product);
    row("issuing %,d item codes".formatted(count), "%.3f s", seconds(began));
    Kept issued = Kept.now(database);
    row(
        "rows and bytes in the database",
        "%,d and %,d more, in all that codes and registry keep (%,d rows before)",
        issued.rows() - before.rows(),
        issued.bytes() - before.bytes(),
        before.rows());
    csv(key, range);
    file(key, range, "ndjson", "?reason=bench", "JSON lines");
    file(key, range, "pdf", "?reason=bench", "PDF labels of 50 x 30 mm, a page each");
    file(key, range, "pdf", "?reason=bench&label=a4-24", "PDF labels on sheets of 24");
    Kept after = Kept.now(database);
    row("rows more after these downloads", "%,d", after.rows() - issued.rows());
    row("heap after any collection, at most", "%,d MB of %s", collected(), HEAP);
    row("server's resident memory, at most", "%,d MB", Cpu.peakMemory(stack.serverPid()) >> 20);
  }

  /** What codes and registry keep: rows of all their tables, and what these take on disk. */
  private record Kept(long rows, long bytes) {
    static Kept now(Connection database) throws SQLException {
      try (Statement statement = database.createStatement()) {
        long rows = 0;
        long bytes = 0;
        List<String> tables = new ArrayList<>();
        try (ResultSet result =
            statement.executeQuery(
                """
                SELECT format('%I.%I', n.nspname, c.relname) AS name,
                       pg_total_relation_size(c.oid) AS bytes
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('codes', 'registry') AND c.relkind = 'r'
                """)) {
          while (result.next()) {
            tables.add(result.getString("name"));
            bytes += result.getLong("bytes");
          }
        }
        for (String table : tables) {
          try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            rows += result.getLong(1);
          }
        }
        return new Kept(rows, bytes);
      }
    }
  }

  private void produce(Operator maker, String key, Product product, LocalDate made)
      throws IOException, InterruptedException {
    String event =
        """
        {"type": "PRODUCE", "eventTime": "%1$sT08:00:00+08:00", "operator": "%2$s", "gtin": "%3$s",
         "lot": "%4$s", "quantity": %5$d, "uom": "%6$s", "productionDate": "%1$s"}
        """
            .formatted(made, maker.uscc(), product.gtin(), LOT, count, product.kind().unit());
    HttpResponse<String> answer =
        http.send(
            request("/api/v1/events", key)
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=30")
                .POST(BodyPublishers.ofString(event))
                .build(),
            BodyHandlers.ofString());
    must(answer.body().contains("\"verdict\":\"accepted\""), "PRODUCE: " + answer.body());
  }

  private String issue(String key, Product product) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request("/api/v1/codes/items", key)
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"gtin\": \"%s\", \"lot\": \"%s\", \"count\": %d}"
                            .formatted(product.gtin(), LOT, count)))
                .build(),
            BodyHandlers.ofString());
    Matcher id = ID.matcher(answer.body());
    must(answer.statusCode() == CREATED && id.find(), "issuing: " + answer.body());
    return id.group(1);
  }

  /** Every line is read, and no serial is there twice. */
  private void csv(String key, String range) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<InputStream> answer = get(key, range, ".csv");
    long[] counters = new long[count];
    int lines = 0;
    long bytes = 0;
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.US_ASCII))) {
      String head = reader.readLine();
      must("digitalLink,serial".equals(head), "the sheet starts with " + head);
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        must(lines < count, "the sheet has more than " + count + " lines");
        String serial = line.substring(line.indexOf(',') + 1);
        counters[lines] = Long.parseLong(digits(serial), BASE);
        lines++;
        bytes += line.length() + 2L;
      }
    }
    double took = seconds(began);
    must(lines == count, "the sheet has " + lines + " lines");
    Arrays.sort(counters);
    for (int i = 1; i < lines; i++) {
      must(counters[i] != counters[i - 1], "a serial is there twice");
    }
    row("CSV", "%.1f s, %,d MB, every serial once", took, bytes >> 20);
  }

  /** The permuted counter of a serial as digits of base 32 that Java reads. */
  private static String digits(String serial) {
    StringBuilder digits = new StringBuilder();
    for (int i = COUNTER_FROM; i < COUNTER_TO; i++) {
      int value = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".indexOf(serial.charAt(i));
      digits.append(Character.forDigit(value, BASE));
    }
    return digits.toString();
  }

  private void file(String key, String range, String form, String query, String what)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<InputStream> answer = get(key, range, "." + form + query);
    byte[] buffer = new byte[1 << 16];
    byte[] last = new byte[0];
    long bytes = 0;
    long lines = 0;
    try (InputStream in = answer.body()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (form.equals("ndjson")) {
          for (int i = 0; i < read; i++) {
            lines += buffer[i] == '\n' ? 1 : 0;
          }
        }
        last = Arrays.copyOfRange(buffer, Math.max(0, read - 6), read);
      }
    }
    double took = seconds(began);
    if (form.equals("ndjson")) {
      must(lines == count, "there are " + lines + " lines");
    } else {
      String end = new String(last, StandardCharsets.US_ASCII);
      must("%%EOF\n".endsWith(end), "the PDF ends with " + end);
    }
    row(what, "%.1f s, %,d MB, %,.0f a second", took, bytes >> 20, count / took);
  }

  private HttpResponse<InputStream> get(String key, String range, String rest)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        http.send(
            request("/api/v1/codes/items/" + range + rest, key).build(),
            BodyHandlers.ofInputStream());
    must(answer.statusCode() == OK, rest + ": " + answer.statusCode());
    return answer;
  }

  private HttpRequest.Builder request(String path, String key) {
    return HttpRequest.newBuilder(stack.url().resolve(URI.create(path)))
        .header("Authorization", "Bearer " + key);
  }

  /** What the server's log of its collections says was left, at most. */
  private long collected() throws IOException {
    return Files.readAllLines(data.resolve("server-gc.log")).stream()
        .map(COLLECTED::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .max()
        .orElse(0);
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private void row(String what, String format, Object... values) {
    out.printf("%-38s %s%n", what, String.format(Locale.ROOT, format, values));
  }
}

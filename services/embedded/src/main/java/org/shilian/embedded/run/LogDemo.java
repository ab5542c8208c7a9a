package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger's log proves, shown once: an event's inclusion, and the offline verifier's
 * verdict on an export, before and after one byte of it was changed.
 */
record LogDemo(Built built, RunData data, Map<String, String> infrastructure, LiveServer live) {
  private static final Pattern BATCH = Pattern.compile("/01/([0-9]{14})/10/(.+)");
  private static final int PATIENCE_S = 60;
  private static final int ASKING = 20;
  private static final int ASK_EVERY_MS = 500;

  /** Both, a few lines each; fewer where the server does not answer. */
  List<String> lines(Report report) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    String keys = live.text("/api/v1/logs/keys");
    if (keys == null || keys.isBlank()) {
      return lines;
    }
    Files.writeString(data.logVerifierKeys(), keys);
    inclusion(lines, report, keys);
    verdicts(lines);
    return lines;
  }

  private void inclusion(List<String> lines, Report report, String keys)
      throws IOException, InterruptedException {
    String event = making(report.chainedBatch());
    String proof = event == null ? null : proof(event);
    if (proof == null) {
      return;
    }
    Path file = data.root().resolve("event.tlog-proof");
    Files.writeString(file, proof);
    String origin = proof.substring(proof.indexOf("\n\n") + 2).lines().findFirst().orElse("");
    String key = keys.lines().filter(line -> line.startsWith(origin + "+")).findFirst().orElse("");
    lines.add("The event that made the chained batch, proven to be in the log (" + file + ")");
    verify(List.of(file.toString(), "--key", key)).stream().limit(1).forEach(lines::add);
    lines.add("");
  }

  /** The first event of a batch's trace: the one that made it. */
  private @Nullable String making(@Nullable String batch) {
    Matcher path = BATCH.matcher(batch == null ? "" : batch);
    if (!path.matches()) {
      return null;
    }
    String lot = URLEncoder.encode(path.group(2), StandardCharsets.UTF_8);
    JsonNode trace = live.get("/api/v1/traces/back?gtin=" + path.group(1) + "&lot=" + lot);
    if (trace == null) {
      return null;
    }
    String eventId = trace.findPath("eventID").asText("");
    return eventId.isEmpty() ? null : eventId;
  }

  /** The proof; asked for until the log was signed. */
  private @Nullable String proof(String eventId) throws InterruptedException {
    String path = "/api/v1/events/" + URLEncoder.encode(eventId, StandardCharsets.UTF_8) + "/proof";
    String proof = live.text(path);
    for (int i = 0; proof == null && i < ASKING; i++) {
      Thread.sleep(ASK_EVERY_MS);
      proof = live.text(path);
    }
    return proof;
  }

  private void verdicts(List<String> lines) throws IOException, InterruptedException {
    RunData.deleteTree(data.logExport());
    List<String> export =
        run(
            infrastructure,
            List.of(
                Java.program(),
                "-Xmx256m",
                "-jar",
                built.server().toString(),
                "export",
                data.logExport().toString()));
    Path changed = firstEvents();
    if (changed == null) {
      lines.addAll(export);
      return;
    }
    List<String> check =
        List.of(data.logExport().toString(), "--keys", data.logVerifierKeys().toString());
    lines.add("An export of the ledger's logs, checked offline");
    shorten(verify(check), lines);
    byte[] events = Files.readAllBytes(changed);
    int at = events.length / 2;
    events[at] ^= 1;
    Files.write(changed, events);
    lines.add("");
    lines.add(
        "The same with one bit of byte "
            + at
            + " of "
            + data.logExport().relativize(changed)
            + " changed");
    shorten(verify(check).stream().filter(line -> !line.startsWith("INTACT")).toList(), lines);
    RunData.deleteTree(data.logExport());
  }

  /** The lines, of several of the same kind only the first and how many more there are. */
  private static void shorten(List<String> verdict, List<String> lines) {
    verdict.stream().limit(2).forEach(lines::add);
    if (verdict.size() > 2) {
      lines.add("and " + (verdict.size() - 2) + " more logs alike");
    }
  }

  private @Nullable Path firstEvents() throws IOException {
    if (!Files.isDirectory(data.logExport())) {
      return null;
    }
    try (Stream<Path> files = Files.walk(data.logExport())) {
      return files
          .filter(file -> file.toString().endsWith(".json-seq"))
          .sorted()
          .findFirst()
          .orElse(null);
    }
  }

  private List<String> verify(List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of(Java.program(), "-Xmx64m", "-jar", built.tlog().toString()));
    command.addAll(arguments);
    return run(Map.of(), command);
  }

  private static List<String> run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    process.getOutputStream().close();
    try (Stream<String> out = process.inputReader(StandardCharsets.UTF_8).lines()) {
      List<String> lines = out.toList();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IOException("took longer than " + PATIENCE_S + " s: " + command.get(3));
      }
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}

package org.shilian.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shilian.embedded.process.Deadline;

/**
 * The servers' doors as a client with patience sees them: what is not answered, or with 503, goes
 * to the next door, the same again. Any other answer than the expected one is tried again too, and
 * noted: no fault is a reason for it.
 */
final class Doors {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(12);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int LATER = 503;
  private static final int SHOWN = 300;

  private final Supplier<List<URI>> doors;
  private final String key;
  private final Duration patience;
  private final ObjectMapper mapper = new ObjectMapper();
  private final Map<String, LongAdder> oddAnswers = new ConcurrentHashMap<>();
  private final LongAdder again = new LongAdder();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  Doors(Supplier<List<URI>> doors, String key, Duration patience) {
    this.doors = doors;
    this.key = key;
    this.patience = patience;
  }

  /** Answers that no fault is a reason for, and how often each came. */
  Map<String, Long> oddAnswers() {
    Map<String, Long> all = new TreeMap<>();
    oddAnswers.forEach((answer, count) -> all.put(answer, count.sum()));
    return all;
  }

  /** How many requests had to be sent again. */
  long again() {
    return again.sum();
  }

  void register(String what, ObjectNode form) {
    var unused = until(visitor(0), 201, "/api/v1/" + what, form);
  }

  /** One client, which begins with this door and stays with one that answers. */
  Visitor visitor(int first) {
    return new Visitor(first);
  }

  /** One client's view; for one thread. */
  final class Visitor {
    private int door;

    private Visitor(int first) {
      door = first;
    }

    /** The 202 to these events, when they are in the ledger or a few seconds have passed. */
    JsonNode post(JsonNode events) {
      return until(this, 202, "/api/v1/events", events);
    }

    /** How a capture stands. */
    JsonNode capture(String id) {
      return until(this, 200, "/api/v1/captures/" + id, null);
    }
  }

  private JsonNode until(Visitor visitor, int expected, String path, @Nullable JsonNode body) {
    Deadline deadline = Deadline.in(patience);
    String last = "";
    while (!deadline.passed()) {
      List<URI> open = doors.get();
      URI door = open.get(Math.floorMod(visitor.door, open.size()));
      try {
        HttpResponse<byte[]> answer =
            http.send(request(door.resolve(path), body), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() == expected) {
          return mapper.readTree(answer.body());
        }
        last = "HTTP " + answer.statusCode();
        if (answer.statusCode() != LATER) {
          note(path, answer);
        }
      } catch (IOException e) {
        last = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      again.increment();
      visitor.door++;
      pause();
    }
    throw new IllegalStateException(
        path + ": no " + expected + " for " + patience.toSeconds() + " s, last " + last);
  }

  private HttpRequest request(URI uri, @Nullable JsonNode body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(LONGEST_ANSWER)
            .header("Authorization", "Bearer " + key)
            .header("Prefer", "wait=4");
    return body == null
        ? request.GET().build()
        : request
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(body)))
            .build();
  }

  private void note(String path, HttpResponse<byte[]> answer) {
    String said = new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8);
    String what =
        (path.startsWith("/api/v1/captures/") ? "/api/v1/captures/…" : path)
            + " "
            + answer.statusCode()
            + " "
            + said.substring(0, Math.min(SHOWN, said.length()));
    oddAnswers.computeIfAbsent(what, unused -> new LongAdder()).increment();
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}

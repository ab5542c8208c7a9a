package org.shilian.simulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with patience: a lost connection, 429, 502, 503 and 504 are tried again, after what {@code
 * Retry-After} asks. For several threads.
 */
final class Wire {
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final int LONGEST_RETRY_AFTER_SECONDS = 30;

  private final URI base;
  private final Patience patience;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Wire(URI base, Patience patience) {
    String text = base.toString();
    this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    this.patience = patience;
  }

  Answer get(String path, @Nullable String key) {
    return send(request(path, key).GET().build());
  }

  Answer post(String path, String key, JsonNode body) {
    return send(
        request(path, key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes(body)))
            .build());
  }

  /** Newline-delimited JSON, gzipped. */
  Answer postLines(String path, String key, Iterable<? extends JsonNode> lines) {
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
      for (JsonNode line : lines) {
        gzip.write(bytes(line));
        gzip.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return send(
        request(path, key)
            .header("Content-Type", "application/x-ndjson")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(buffer.toByteArray()))
            .build());
  }

  private HttpRequest.Builder request(String path, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LONGEST_ANSWER)
            .header("Accept", "application/json, application/problem+json");
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    return request;
  }

  private byte[] bytes(JsonNode body) {
    try {
      return mapper.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer send(HttpRequest request) {
    long deadline = System.nanoTime() + patience.longest().toNanos();
    boolean again = false;
    for (int attempt = 0; ; attempt++) {
      Duration pause = patience.pause(attempt);
      String why;
      try {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (!LATER.contains(response.statusCode())) {
          return new Answer(response.statusCode(), read(response.body()), again);
        }
        why = "HTTP " + response.statusCode();
        pause = asked(response, pause);
      } catch (IOException e) {
        why = e.toString();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new PlatformException("interrupted while waiting for " + request.uri(), e);
      }
      again = true;
      if (System.nanoTime() + pause.toNanos() > deadline) {
        throw new PlatformException(
            request.method()
                + " "
                + request.uri()
                + ": no answer for "
                + patience.longest().toSeconds()
                + " s, last "
                + why);
      }
      sleep(pause);
    }
  }

  private JsonNode read(byte[] body) {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    try {
      return mapper.readTree(body);
    } catch (IOException e) {
      // a page or a picture: only the status is of use then
      return MissingNode.getInstance();
    }
  }

  private static Duration asked(HttpResponse<byte[]> response, Duration otherwise) {
    String text = response.headers().firstValue("Retry-After").orElse("");
    if (!text.matches("[0-9]{1,6}")) {
      return otherwise;
    }
    int seconds = Math.min(LONGEST_RETRY_AFTER_SECONDS, Integer.parseInt(text));
    return seconds == 0 ? otherwise : Duration.ofSeconds(seconds);
  }

  static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted", e);
    }
  }
}

package org.shilian.bench.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Posts bodies on a few connections that are kept alive, as fast as the server answers. */
final class Poster {
  private static final int ACCEPTED = 202;
  private static final Set<Integer> ALL_REFUSED = Set.of(403, 422);
  private static final byte[] REFUSED =
      "\"verdict\":\"refused\"".getBytes(StandardCharsets.US_ASCII);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final Map<Integer, String> keys;
  private final LongAdder refused = new LongAdder();

  Poster(URI server, Map<Integer, String> keys) {
    this.url = server.resolve("/api/v1/events");
    this.keys = keys;
  }

  /**
   * Posts them all; returns how many events the door refused.
   *
   * @throws IllegalStateException if the server answers anything but 202, or 403 or 422 to a body
   *     of which it refused everything
   */
  long post(List<Load.Body> bodies, int connections)
      throws InterruptedException, ExecutionException {
    Queue<Load.Body> queue = new ConcurrentLinkedQueue<>(bodies);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<?>> lanes = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        lanes.add(
            threads.submit(
                () -> {
                  for (Load.Body body = queue.poll(); body != null; body = queue.poll()) {
                    post(body);
                  }
                  return null;
                }));
      }
      for (Future<?> lane : lanes) {
        lane.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return refused.sum();
  }

  private void post(Load.Body body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Authorization", "Bearer " + keys.get(body.operator()))
            .header("Content-Type", "application/x-ndjson")
            .header("Content-Encoding", "gzip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.gzip()))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (ALL_REFUSED.contains(response.statusCode())) {
      refused.add(body.events());
    } else if (response.statusCode() == ACCEPTED) {
      refused.add(count(response.body()));
    } else {
      throw new IllegalStateException(
          "HTTP "
              + response.statusCode()
              + ": "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
  }

  private static int count(byte[] answer) {
    int count = 0;
    for (int i = 0; i + REFUSED.length <= answer.length; i++) {
      int matching = 0;
      while (matching < REFUSED.length && answer[i + matching] == REFUSED[matching]) {
        matching++;
      }
      if (matching == REFUSED.length) {
        count++;
      }
    }
    return count;
  }
}

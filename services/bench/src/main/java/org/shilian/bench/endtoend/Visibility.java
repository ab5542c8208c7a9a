package org.shilian.bench.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;

/**
 * How long after a POST a lot is there for everybody, while others post in bulk at a steady rate.
 * The one who posts it asks to be answered once it is in the ledger, and then for its trace: to ask
 * for the trace again and again until it is there takes as much of the processors as hundreds of
 * events a second.
 */
final class Visibility {
  private static final int ACCEPTED = 202;
  private static final int OK = 200;
  private static final int LOTS = 250;
  private static final int UNMEASURED = 50;
  private static final long LOOK_EVERY_NANOS = 5_000_000;
  private static final long LONGEST_NANOS = 20_000_000_000L;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;
  private final Map<Integer, String> keys;

  Visibility(URI url, Map<Integer, String> keys) {
    this.url = url;
    this.keys = keys;
  }

  /**
   * Measures.
   *
   * @param maker who makes the lots
   * @param rate events a second that are posted meanwhile
   * @return from the POST until the lot has a trace, and then its page too
   */
  Latencies measure(Load load, Operator maker, Product product, LocalDate day, double rate)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService background = Executors.newSingleThreadExecutor();
    try {
      Future<?> others = background.submit(() -> post(load, rate));
      List<Double> milliseconds = new ArrayList<>();
      for (int i = 0; i < LOTS && !others.isDone(); i++) {
        double visible = untilVisible(maker, product, day, "V" + day.toEpochDay() + "-" + i);
        if (i >= UNMEASURED) {
          milliseconds.add(visible);
        }
      }
      if (others.isDone()) {
        // says what went wrong, if anything did
        others.get();
      }
      return Latencies.of(milliseconds);
    } finally {
      background.shutdownNow();
    }
  }

  private Void post(Load load, double rate) {
    Poster poster = new Poster(url, keys);
    long began = System.nanoTime();
    long posted = 0;
    for (Load.Body body : load.bodies()) {
      LockSupport.parkNanos(began + (long) (posted / rate * 1e9) - System.nanoTime());
      if (Thread.currentThread().isInterrupted()) {
        return null;
      }
      long unused = poster.post(List.of(body), 1);
      posted += body.events();
    }
    return null;
  }

  private double untilVisible(Operator maker, Product product, LocalDate day, String lot)
      throws IOException, InterruptedException {
    String event =
        """
        {"type":"PRODUCE","eventTime":"%1$sT08:00:00+08:00","operator":"%2$s","gtin":"%3$s","lot":"%4$s",\
        "quantity":120,"productionDate":"%1$s","expirationDate":"%5$s"}\
        """
            .formatted(
                day,
                maker.uscc(),
                product.gtin(),
                lot,
                day.plusDays(product.kind().shelfLifeDays()));
    String key = keys.getOrDefault(maker.index(), "");
    HttpRequest post =
        HttpRequest.newBuilder(url.resolve("/api/v1/events"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Prefer", "wait=20")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    long began = System.nanoTime();
    HttpResponse<String> answer = http.send(post, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != ACCEPTED) {
      throw new IllegalStateException("HTTP " + answer.statusCode() + ": " + answer.body());
    }
    await("/api/v1/traces/back?gtin=" + product.gtin() + "&lot=" + lot, key, began);
    await("/01/" + product.gtin() + "/10/" + lot, key, began);
    return (System.nanoTime() - began) / 1e6;
  }

  private void await(String path, String key, long began) throws IOException, InterruptedException {
    while (Questions.get(http, url, path, key) != OK) {
      if (System.nanoTime() - began > LONGEST_NANOS) {
        throw new IllegalStateException(path + " is not there after 20 s");
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }
}

package org.shilian.capture.outcome;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shilian.chain.topic.TopicNames;

/**
 * Tells when the ledger has passed a capture. However many callers wait, one small query every few
 * milliseconds serves them all, and none is sent while nobody waits.
 */
@ApplicationScoped
class LedgerProgress {
  private static final String STREAMS =
      "SELECT topic, partition, next_offset FROM published.stream";
  private static final long TICK_MILLIS = 5;

  private final Pool pool;
  private final TopicNames names;
  private final Vertx vertx;
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean ticking = new AtomicBoolean();

  LedgerProgress(Pool pool, TopicNames names, Vertx vertx) {
    this.pool = pool;
    this.names = names;
    this.vertx = vertx;
  }

  private record Waiter(
      List<CaptureId.Span> spans, long deadlineNanos, CompletableFuture<Boolean> passed) {}

  /** True as soon as the ledger has passed all these spans; false if it has not within the time. */
  CompletableFuture<Boolean> passed(List<CaptureId.Span> spans, Duration within) {
    Waiter waiter =
        new Waiter(spans, System.nanoTime() + within.toNanos(), new CompletableFuture<>());
    waiters.add(waiter);
    if (ticking.compareAndSet(false, true)) {
      tick();
    }
    return waiter.passed();
  }

  private void tick() {
    pool.query(STREAMS)
        .execute()
        .onComplete(
            answer -> {
              if (answer.succeeded()) {
                Map<String, Long> next = new HashMap<>();
                for (Row row : answer.result()) {
                  next.put(row.getString(0) + "/" + row.getInteger(1), row.getLong(2));
                }
                release(next);
              } else {
                release(Map.of());
              }
              again();
            });
  }

  private void again() {
    if (!waiters.isEmpty()) {
      vertx.setTimer(TICK_MILLIS, timer -> tick());
      return;
    }
    ticking.set(false);
    // one may have come between the look and the flag
    if (!waiters.isEmpty() && ticking.compareAndSet(false, true)) {
      tick();
    }
  }

  private void release(Map<String, Long> next) {
    long now = System.nanoTime();
    waiters.removeIf(
        waiter -> {
          if (hasPassed(waiter.spans(), next)) {
            waiter.passed().complete(true);
          } else if (now - waiter.deadlineNanos() >= 0) {
            waiter.passed().complete(false);
          }
          return waiter.passed().isDone();
        });
  }

  private boolean hasPassed(List<CaptureId.Span> spans, Map<String, Long> next) {
    return spans.stream()
        .allMatch(
            span ->
                next.getOrDefault(names.of(span.topic()) + "/" + span.partition(), 0L)
                    > span.last());
  }
}

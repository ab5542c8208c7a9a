package org.shilian.capture.publish;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.outcome.CaptureId;

/**
 * Publishes a few events at a time for threads that must not wait, such as event loops: Kafka's
 * producer holds up its caller while it knows no broker or has no room left. One thread gathers for
 * a moment what many requests bring and hands it on together, in the order in which it came. That
 * costs each request some milliseconds, and much less of the processor: threads wake one another,
 * and Kafka is asked, once for many.
 */
@ApplicationScoped
public class PublishQueue {
  /** As many small captures as could be in memory; far more than a broker that is there leaves. */
  private static final int LONGEST = 10_000;

  private final EventPublisher publisher;
  private final CaptureConfig config;
  private final LongSupplier nanoTime;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST);
  private final AtomicBoolean started = new AtomicBoolean();
  private final Thread thread = new Thread(this::run, "shilian-publisher");

  @Inject
  PublishQueue(EventPublisher publisher, CaptureConfig config) {
    this(publisher, config, System::nanoTime);
  }

  PublishQueue(EventPublisher publisher, CaptureConfig config, LongSupplier nanoTime) {
    this.publisher = publisher;
    this.config = config;
    this.nanoTime = nanoTime;
  }

  private record Waiting(
      String nonce,
      int total,
      List<CheckedEvent.Ready> events,
      long deadlineNanos,
      CompletableFuture<CaptureId> published) {}

  /**
   * As {@link EventPublisher#publish}, but without waiting. What is still in the queue after the
   * time that Kafka has to acknowledge was not taken, and neither was what finds the queue full.
   */
  public CompletableFuture<CaptureId> publish(
      String nonce, int total, List<CheckedEvent.Ready> events) {
    if (started.compareAndSet(false, true)) {
      thread.setDaemon(true);
      thread.start();
    }
    Waiting waiting =
        new Waiting(
            nonce,
            total,
            events,
            nanoTime.getAsLong() + config.publishWithin().toNanos(),
            new CompletableFuture<>());
    if (!queue.offer(waiting)) {
      return CompletableFuture.failedFuture(publisher.unavailable());
    }
    return waiting.published();
  }

  void close(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void run() {
    try {
      List<Waiting> gathered = new ArrayList<>();
      while (!Thread.currentThread().isInterrupted()) {
        gathered.add(queue.take());
        Thread.sleep(config.linger().toMillis());
        queue.drainTo(gathered);
        gathered.forEach(this::publish);
        gathered.clear();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish(Waiting waiting) {
    if (nanoTime.getAsLong() - waiting.deadlineNanos() >= 0) {
      waiting.published().completeExceptionally(publisher.unavailable());
      return;
    }
    try {
      var unused =
          publisher
              .publishFew(waiting.nonce(), waiting.total(), waiting.events())
              .whenComplete((id, failure) -> end(waiting, id, failure));
    } catch (RuntimeException e) {
      // whatever it is, it is for the one who posted this, and not the end of the queue
      waiting.published().completeExceptionally(e);
    }
  }

  private static void end(Waiting waiting, @Nullable CaptureId id, @Nullable Throwable failure) {
    if (id != null) {
      waiting.published().complete(id);
    } else if (failure != null) {
      waiting.published().completeExceptionally(failure);
    }
  }
}

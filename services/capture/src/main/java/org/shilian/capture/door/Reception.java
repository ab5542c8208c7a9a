package org.shilian.capture.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.check.EventCheck;
import org.shilian.capture.check.PostedEvent;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.capture.publish.EventPublisher;
import org.shilian.capture.publish.PublishQueue;
import org.shilian.registry.Caller;

/**
 * Takes a document in: reads, checks and publishes it. A short one is in memory when it comes, on
 * the event loop that read it, and stays there as long as nothing has to be waited for: to hand a
 * request to another thread and back costs more than to check an event. A long one is read on a
 * thread that may wait.
 */
@ApplicationScoped
class Reception {
  private final EventCheck check;
  private final EventPublisher publisher;
  private final PublishQueue queue;
  private final CaptureConfig config;

  /** Bytes; the framework has longer bodies read while they come. */
  private final long mostInMemory;

  Reception(
      EventCheck check,
      EventPublisher publisher,
      PublishQueue queue,
      CaptureConfig config,
      @ConfigProperty(name = "quarkus.rest.input-buffer-size", defaultValue = "10k")
          MemorySize mostInMemory) {
    this.check = check;
    this.publisher = publisher;
    this.queue = queue;
    this.config = config;
    this.mostInMemory = mostInMemory.asLongValue();
  }

  /**
   * A document to be read.
   *
   * @param lines whether it is NDJSON
   * @param length how many bytes it has as it was sent; -1 if that is not known
   * @param packed whether a few bytes of it may be very many events, which take their time
   */
  record Posted(InputStream body, boolean lines, int length, boolean packed) {}

  /** The events of the document after the checks, in order. */
  CompletionStage<List<CheckedEvent>> check(Caller caller, Posted posted) throws IOException {
    if (!Context.isOnEventLoopThread()) {
      return CompletableFuture.completedFuture(checkWhileReading(caller, posted));
    }
    if (posted.packed() || posted.length() < 0 || posted.length() > mostInMemory) {
      return elsewhere(() -> checkWhileReading(caller, posted));
    }
    List<PostedEvent> events = new ArrayList<>();
    read(posted, new EventDocument(config.maxEvents(), events::addAll));
    Optional<List<CheckedEvent>> checked = check.checkWithoutWaiting(caller, events);
    return checked.isPresent()
        ? CompletableFuture.completedFuture(checked.get())
        : elsewhere(() -> check.check(caller, events));
  }

  /** Publishes what was not refused; see {@link EventPublisher#publish}. */
  CompletableFuture<CaptureId> publish(List<CheckedEvent> checked) {
    List<CheckedEvent.Ready> ready = new ArrayList<>(checked.size());
    for (CheckedEvent event : checked) {
      if (event instanceof CheckedEvent.Ready one) {
        ready.add(one);
      }
    }
    String nonce = CaptureId.newNonce();
    return Context.isOnEventLoopThread()
        ? queue.publish(nonce, checked.size(), ready)
        : publisher.publish(nonce, checked.size(), ready);
  }

  /** Chunk by chunk, so that a long document is never wholly in memory as a tree. */
  private List<CheckedEvent> checkWhileReading(Caller caller, Posted posted) throws IOException {
    List<CheckedEvent> checked = new ArrayList<>();
    read(
        posted,
        new EventDocument(config.maxEvents(), chunk -> checked.addAll(check.check(caller, chunk))));
    return checked;
  }

  private static void read(Posted posted, EventDocument document) throws IOException {
    if (posted.lines()) {
      document.readLines(posted.body());
    } else {
      document.readJson(posted.body());
    }
  }

  private interface Work<T> {
    T done() throws IOException;
  }

  /** Does this on a thread that may wait. */
  private static <T> CompletionStage<T> elsewhere(Work<T> work) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return work.done();
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        Infrastructure.getDefaultExecutor());
  }
}

package org.shilian.capture.publish;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.chain.topic.TopicNames;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** Publishes the events of a capture with {@code acks=all}, through idempotent producers. */
@ApplicationScoped
public class EventPublisher {
  private static final Logger LOG = Logger.getLogger(EventPublisher.class);

  /** For what comes gathered: as long as it takes to hand it all to the producer. */
  private static final Duration GATHERED = Duration.ofMillis(1);

  private final CaptureConfig config;
  private final TopicNames names;
  private final LazyProducer forMany;
  private final LazyProducer forFew;

  EventPublisher(
      CaptureConfig config,
      TopicNames names,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.config = config;
    this.names = names;
    this.forMany = new LazyProducer(settings(config, bootstrapServers, "lz4", config.linger()));
    this.forFew = new LazyProducer(settings(config, bootstrapServers, "none", GATHERED));
  }

  private static Map<String, Object> settings(
      CaptureConfig config, String bootstrapServers, String compression, Duration linger) {
    int publishWithin = (int) config.publishWithin().toMillis();
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        compression,
        ProducerConfig.LINGER_MS_CONFIG,
        (int) linger.toMillis(),
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 * 1024,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        publishWithin / 2,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        publishWithin,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        (long) publishWithin / 2);
  }

  void close(@Observes ShutdownEvent event) {
    forFew.close(config.publishWithin());
    forMany.close(config.publishWithin());
  }

  /**
   * Publishes these events under this capture. The stage ends when Kafka has acknowledged every
   * one, with where they are; or, if it did not acknowledge them all in time, with a {@link
   * ProblemException} UNAVAILABLE. Some may have arrived then, unacknowledged: posting the same
   * again is safe, since each event keeps its identity.
   */
  public CompletableFuture<CaptureId> publish(
      String nonce, int total, List<CheckedEvent.Ready> events) {
    return publish(forMany, nonce, total, events);
  }

  /**
   * The same for a few events, which go uncompressed: what of one event or two can be saved is not
   * worth the 130 KB that LZ4 needs for each batch, on this side and on the broker's.
   */
  CompletableFuture<CaptureId> publishFew(
      String nonce, int total, List<CheckedEvent.Ready> events) {
    return publish(forFew, nonce, total, events);
  }

  private CompletableFuture<CaptureId> publish(
      LazyProducer producer, String nonce, int total, List<CheckedEvent.Ready> events) {
    Producer<byte[], byte[]> ready;
    try {
      ready = producer.get();
    } catch (KafkaException e) {
      LOG.warnf("capture.producer-not-made %s", e.getMessage());
      return CompletableFuture.failedFuture(unavailable());
    }
    List<CompletableFuture<CaptureId.Span>> sends = new ArrayList<>(events.size());
    for (CheckedEvent.Ready event : events) {
      CompletableFuture<CaptureId.Span> send = send(ready, nonce, event);
      sends.add(send);
      if (send.isCompletedExceptionally()) {
        break;
      }
    }
    return CompletableFuture.allOf(sends.toArray(CompletableFuture[]::new))
        .handle(
            (done, failure) -> {
              if (failure != null) {
                LOG.warnf("capture.publish-failed capture=%s %s", nonce, failure.getMessage());
                throw unavailable();
              }
              return CaptureId.of(
                  nonce, total, sends.stream().map(CompletableFuture::join).toList());
            });
  }

  private CompletableFuture<CaptureId.Span> send(
      Producer<byte[], byte[]> producer, String nonce, CheckedEvent.Ready event) {
    ProducerRecord<byte[], byte[]> record = EventRecord.of(names, nonce, event);
    CompletableFuture<CaptureId.Span> acknowledged = new CompletableFuture<>();
    try {
      var unused =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  acknowledged.completeExceptionally(failure);
                } else {
                  acknowledged.complete(
                      new CaptureId.Span(
                          event.topic(),
                          metadata.partition(),
                          metadata.offset(),
                          metadata.offset()));
                }
              });
    } catch (KafkaException e) {
      acknowledged.completeExceptionally(e);
    }
    return acknowledged;
  }

  ProblemException unavailable() {
    return new ProblemException(
            ProblemType.UNAVAILABLE,
            "Kafka did not acknowledge the events; post the same again, what did arrive will be a"
                + " duplicate")
        .withHeader("Retry-After", Long.toString(config.retryAfter().toSeconds()));
  }
}

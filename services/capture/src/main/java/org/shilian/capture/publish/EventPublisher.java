package org.shilian.capture.publish;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.CaptureConfig;
import org.shilian.capture.check.CheckedEvent;
import org.shilian.capture.outcome.CaptureId;
import org.shilian.chain.topic.TopicNames;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;

/** Publishes the events of a capture with {@code acks=all} from one idempotent producer. */
@ApplicationScoped
public class EventPublisher {
  private static final Logger LOG = Logger.getLogger(EventPublisher.class);

  private final CaptureConfig config;
  private final TopicNames names;
  private final String bootstrapServers;
  private @Nullable Producer<byte[], byte[]> producer;

  EventPublisher(
      CaptureConfig config,
      TopicNames names,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.config = config;
    this.names = names;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * The producer, made when it is first needed: it cannot be while no broker's name resolves.
   *
   * @throws KafkaException if it cannot be made now
   */
  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              settings(config, bootstrapServers),
              new ByteArraySerializer(),
              new ByteArraySerializer());
    }
    return producer;
  }

  private static Map<String, Object> settings(CaptureConfig config, String bootstrapServers) {
    int publishWithin = (int) config.publishWithin().toMillis();
    return Map.of(
        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ProducerConfig.ACKS_CONFIG,
        "all",
        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
        true,
        ProducerConfig.COMPRESSION_TYPE_CONFIG,
        "lz4",
        ProducerConfig.LINGER_MS_CONFIG,
        2,
        ProducerConfig.BATCH_SIZE_CONFIG,
        256 * 1024,
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        publishWithin / 2,
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
        publishWithin,
        ProducerConfig.MAX_BLOCK_MS_CONFIG,
        (long) publishWithin / 2);
  }

  synchronized void close(@Observes ShutdownEvent event) {
    if (producer != null) {
      producer.close(config.publishWithin());
    }
  }

  /**
   * Publishes these events under this capture. The stage ends when Kafka has acknowledged every
   * one, with where they are; or, if it did not acknowledge them all in time, with a {@link
   * ProblemException} UNAVAILABLE. Some may have arrived then, unacknowledged: posting the same
   * again is safe, since each event keeps its identity.
   */
  public CompletableFuture<CaptureId> publish(
      String nonce, int total, List<CheckedEvent.Ready> events) {
    Producer<byte[], byte[]> ready;
    try {
      ready = producer();
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

  private ProblemException unavailable() {
    return new ProblemException(
            ProblemType.UNAVAILABLE,
            "Kafka did not acknowledge the events; post the same again, what did arrive will be a duplicate")
        .withHeader("Retry-After", Long.toString(config.retryAfter().toSeconds()));
  }
}

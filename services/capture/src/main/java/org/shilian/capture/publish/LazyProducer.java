package org.shilian.capture.publish;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A producer, made when it is first needed: it cannot be while no broker's name resolves. */
final class LazyProducer {
  private final Map<String, Object> settings;
  private @Nullable Producer<byte[], byte[]> producer;

  LazyProducer(Map<String, Object> settings) {
    this.settings = settings;
  }

  /**
   * The producer.
   *
   * @throws KafkaException if it cannot be made now
   */
  synchronized Producer<byte[], byte[]> get() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  /** Ends it, if there is one, once all that it has in hand is acknowledged, or after this time. */
  synchronized void close(Duration within) {
    if (producer != null) {
      producer.close(within);
    }
  }
}

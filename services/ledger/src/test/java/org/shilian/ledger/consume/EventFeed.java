package org.shilian.ledger.consume;

import static org.awaitility.Awaitility.await;

import io.vertx.sqlclient.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.form.TradeEpcis;
import org.shilian.chain.topic.EventHeader;
import org.shilian.chain.topic.RecordKey;
import org.shilian.chain.topic.TopicNames;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.epcis.EpcisEvent;
import org.shilian.epcis.EpcisJson;
import org.shilian.epcis.EventHash;
import org.shilian.ledger.append.LedgerDatabase;
import org.shilian.testsupport.Infrastructure;

/** Topics of events, several partitions each, and what writes to any of them at random. */
final class EventFeed implements AutoCloseable {
  private static final int PARTITIONS = 3;
  private static final int LARGEST = 4 << 20;

  private final TopicNames names;
  private final Random random;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();

  EventFeed(long seed) {
    Infrastructure infrastructure = Infrastructure.shared();
    names = new TopicNames(infrastructure.freshTopicPrefix());
    random = new Random(seed);
    infrastructure.createTopics(
        PARTITIONS, Map.of("max.message.bytes", String.valueOf(LARGEST)), names.ofEvents());
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                infrastructure.kafka(),
                "max.request.size",
                LARGEST,
                "linger.ms",
                1,
                // a record that is sent twice is one more duplicate
                "enable.idempotence",
                false),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  TopicNames names() {
    return names;
  }

  /** Sends the events as the door does, but each to whatever partition. */
  void send(List<TradeEvent> events) {
    events.forEach(event -> send(record(event)));
    flush();
  }

  /** The record of an event, for some partition of some topic. */
  ProducerRecord<byte[], byte[]> record(TradeEvent event) {
    EpcisEvent epcis = TradeEpcis.toEpcis(event);
    ProducerRecord<byte[], byte[]> record =
        record(RecordKey.of(event).getBytes(StandardCharsets.UTF_8), EpcisJson.write(epcis));
    header(record, EventHeader.EVENT_ID, String.valueOf(event.envelope().eventId()));
    header(record, EventHeader.ACTOR, event.operator().value());
    header(record, EventHeader.HASH, EventHash.of(epcis));
    header(record, EventHeader.CAPTURE, "some-capture");
    header(record, EventHeader.CAPTURE_INDEX, "7");
    header(record, EventHeader.SCHEMA_VERSION, EventHeader.CURRENT_SCHEMA_VERSION);
    return record;
  }

  /** A record without headers, for some partition of some topic. */
  ProducerRecord<byte[], byte[]> record(byte[] key, byte @Nullable [] value) {
    List<String> topics = names.ofEvents();
    String topic = topics.get(random.nextInt(topics.size()));
    return new ProducerRecord<>(topic, random.nextInt(PARTITIONS), key, value);
  }

  private static void header(
      ProducerRecord<byte[], byte[]> record, EventHeader header, String value) {
    record.headers().add(header.headerName(), value.getBytes(StandardCharsets.UTF_8));
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    sent.add(producer.send(record));
  }

  /** Returns once Kafka has what was sent. */
  void flush() {
    producer.flush();
    try {
      for (Future<RecordMetadata> one : sent) {
        RecordMetadata at = one.get();
        ends.merge(
            new TopicPartition(at.topic(), at.partition()),
            at.offset() + 1,
            (a, b) -> Math.max(a, b));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a record", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    }
    sent.clear();
  }

  /** Returns once the ledger says that it has read all that was sent. */
  void awaitReadBy(LedgerDatabase database) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> isReadBy(database));
  }

  private boolean isReadBy(LedgerDatabase database) {
    Map<TopicPartition, Long> read = read(database);
    return ends.entrySet().stream()
        .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private static Map<TopicPartition, Long> read(LedgerDatabase database) {
    Map<TopicPartition, Long> read = new HashMap<>();
    for (Row row : database.rows("SELECT topic, partition, next_offset FROM ledger.stream")) {
      read.put(
          new TopicPartition(row.getString("topic"), row.getInteger("partition")),
          row.getLong("next_offset"));
    }
    return read;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(10));
  }
}

package org.shilian.embedded.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.embedded.process.StartException;

class EmbeddedKafkaIT {
  @TempDir Path directory;

  @Test
  void keepsAcknowledgedRecordsThroughSigkillAndCleanStop() throws Exception {
    EmbeddedKafka first = EmbeddedKafka.start(directory);
    createTopic(first, "trade");
    send(first, "trade", "one");
    first.kill9();
    assertThat(first.isAlive()).isFalse();

    try (EmbeddedKafka second = EmbeddedKafka.start(directory)) {
      send(second, "trade", "two");
    }

    try (EmbeddedKafka third = EmbeddedKafka.start(directory)) {
      assertThat(read(third, "trade", 2)).containsExactly("one", "two");
    }
  }

  @Test
  void refusesTopicsThatNobodyMadeAndSecondStartInOneSentence() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
      assertThatThrownBy(() -> send(kafka, "nobody-made-it", "x"))
          .isInstanceOf(ExecutionException.class);
      assertThatThrownBy(() -> EmbeddedKafka.start(directory))
          .isInstanceOf(StartException.class)
          .hasMessage("the data directory %s is in use by another process", directory);
      assertThatThrownBy(
              () -> EmbeddedKafka.start(directory.resolve("other"), kafka.port(), Map.of()))
          .isInstanceOf(StartException.class)
          .hasMessage("port %s is taken by another process", kafka.port());
    }
  }

  @Test
  void saysWhyTheBrokerDidNotStart() {
    assertThatThrownBy(
            () -> EmbeddedKafka.start(directory, 0, Map.of("num.network.threads", "none")))
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("Kafka ended while starting (exit code 1): ")
        .hasMessageContaining("num.network.threads");
  }

  private static void createTopic(EmbeddedKafka kafka, String topic) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get(30, SECONDS);
    }
  }

  private static void send(EmbeddedKafka kafka, String topic, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all", "max.block.ms", "3000");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThat(producer.send(new ProducerRecord<>(topic, value)).get(30, SECONDS).hasOffset())
          .isTrue();
    }
  }

  private static List<String> read(EmbeddedKafka kafka, String topic, int count) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrap()),
            new StringDeserializer(),
            new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      List<String> values = new java.util.ArrayList<>();
      while (values.size() < count) {
        for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(1))) {
          values.add(found.value());
        }
      }
      return values;
    }
  }
}

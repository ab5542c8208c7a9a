package org.shilian.testsupport;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class InfrastructureIT {
  private final Infrastructure infrastructure = Infrastructure.shared();

  @Test
  void carriesRecordFromProducerToConsumer() throws Exception {
    String topic = infrastructure.freshName("trade");
    infrastructure.createTopics(3, topic);

    send(topic, "a batch");

    assertThat(readOne(topic)).isEqualTo("a batch");
  }

  @Test
  void refusesTopicsThatNobodyMade() {
    assertThatThrownBy(() -> send(infrastructure.freshName("nobody-made-it"), "x"))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void givesDurablePostgres18() throws Exception {
    Database database = infrastructure.freshDatabase();
    assertThat(ask(database, "select version()")).startsWith("PostgreSQL 18.");
    assertThat(ask(database, "show fsync")).isEqualTo("on");
    assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
  }

  @Test
  void givesEachAskerAnEmptyDatabase() throws Exception {
    Database one = infrastructure.freshDatabase();
    Database other = infrastructure.freshDatabase();
    one.execute("create table lot(gtin text)");

    String tables = "select count(*) from pg_tables where schemaname = 'public'";
    assertThat(ask(one, tables)).isEqualTo("1");
    assertThat(ask(other, tables)).isEqualTo("0");
  }

  @Test
  void takesUrlsFromOutsideAndLeavesNothingThere() throws Exception {
    Database outside = infrastructure.freshDatabase();
    String url = outside.jdbcUrl() + "?user=" + outside.user() + "&password=" + outside.password();
    Map<String, String> properties =
        Map.of("shilian.test.kafka", infrastructure.kafka(), "shilian.test.postgres", url);
    Infrastructure external = new Infrastructure(properties::get, Map.of());

    assertThat(external.kafka()).isEqualTo(infrastructure.kafka());
    Database fresh = external.freshDatabase();
    assertThat(ask(fresh, "select current_database()")).isEqualTo(fresh.name());

    String prefix = external.freshTopicPrefix();
    infrastructure.createTopics(1, prefix + "a", prefix + "b");
    assertThat(topics()).contains(prefix + "a", prefix + "b");

    external.close();
    String left = "select count(*) from pg_database where datname = '" + fresh.name() + "'";
    assertThat(ask(outside, left)).isEqualTo("0");
    assertThat(topics()).noneMatch(name -> name.startsWith(prefix));
  }

  private Set<String> topics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", infrastructure.kafka()))) {
      return admin.listTopics().names().get(30, SECONDS);
    }
  }

  private void send(String topic, String value) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", infrastructure.kafka(), "acks", "all", "max.block.ms", "5000");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      assertThat(
              producer.send(new ProducerRecord<>(topic, 1, "key", value)).get(30, SECONDS).offset())
          .isZero();
    }
  }

  private String readOne(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", infrastructure.kafka());
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 1);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      ConsumerRecords<String, String> found = ConsumerRecords.empty();
      while (found.isEmpty()) {
        found = consumer.poll(Duration.ofSeconds(1));
      }
      return found.iterator().next().value();
    }
  }

  private static String ask(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }
}

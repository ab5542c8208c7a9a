package org.shilian.faults.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.Uuid;
import org.shilian.embedded.kafka.EmbeddedKafka;
import org.shilian.embedded.process.Ports;

/** A Kafka cluster of one broker, or of several that each are controllers too. */
public final class Brokers implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final List<Broker> brokers;
  private final List<Integer> ports;

  private Brokers(List<Broker> brokers, List<Integer> ports) {
    this.brokers = brokers;
    this.ports = ports;
  }

  /** Starts them all, and returns once each serves clients. */
  static Brokers start(Path directory, int count) {
    List<Integer> ports = ports(count);
    List<Integer> controllers = ports(count);
    String cluster = Uuid.randomUuid().toString();
    return new Brokers(
        Side.bySide(
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        (Side.Start<Broker>)
                            () ->
                                new Broker(
                                    i + 1,
                                    directory.resolve("kafka-" + (i + 1)),
                                    ports.get(i),
                                    settings(i, ports, controllers, cluster)))
                .toList()),
        ports);
  }

  private static List<Integer> ports(int count) {
    List<Integer> ports = new ArrayList<>();
    while (ports.size() < count) {
      int port = Ports.free();
      if (!ports.contains(port)) {
        ports.add(port);
      }
    }
    return ports;
  }

  private static Map<String, String> settings(
      int index, List<Integer> ports, List<Integer> controllers, String cluster) {
    int count = ports.size();
    if (count == 1) {
      return Map.of();
    }
    String voters =
        IntStream.range(0, count)
            .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers.get(i))
            .collect(Collectors.joining(","));
    String replicas = Integer.toString(count);
    String inSync = Integer.toString(count - 1);
    Map<String, String> settings = new HashMap<>();
    settings.put(EmbeddedKafka.CLUSTER_ID, cluster);
    settings.put("node.id", Integer.toString(index + 1));
    settings.put(
        "listeners",
        "CLIENT://127.0.0.1:"
            + ports.get(index)
            + ",CONTROLLER://127.0.0.1:"
            + controllers.get(index));
    settings.put("controller.quorum.voters", voters);
    // Kafka's own, other than for one broker alone
    settings.put("broker.session.timeout.ms", "9000");
    settings.put("broker.heartbeat.interval.ms", "2000");
    settings.put("default.replication.factor", replicas);
    settings.put("min.insync.replicas", inSync);
    settings.put("offsets.topic.replication.factor", replicas);
    settings.put("transaction.state.log.replication.factor", replicas);
    settings.put("transaction.state.log.min.isr", inSync);
    settings.put("share.coordinator.state.topic.replication.factor", replicas);
    settings.put("share.coordinator.state.topic.min.isr", inSync);
    return settings;
  }

  /** All of them. */
  public List<Broker> all() {
    return brokers;
  }

  /** For {@code bootstrap.servers}. */
  public String bootstrap() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  /** The broker that leads some partition of this topic. */
  public Broker leaderOf(String topic, Random random) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      TopicDescription description =
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .get(topic);
      if (description == null) {
        throw new IllegalStateException("there is no topic " + topic);
      }
      int partition = random.nextInt(description.partitions().size());
      Node leader = description.partitions().get(partition).leader();
      return brokers.stream()
          .filter(broker -> leader != null && broker.id() == leader.id())
          .findFirst()
          .orElse(brokers.get(0));
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Kafka does not say who leads " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    brokers.forEach(Broker::close);
  }
}

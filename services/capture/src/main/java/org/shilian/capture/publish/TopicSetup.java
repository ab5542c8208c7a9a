package org.shilian.capture.publish;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.shilian.capture.CaptureConfig;
import org.shilian.chain.topic.TopicNames;
import org.shilian.registry.role.RolesConfig;
import org.shilian.registry.role.ServerRole;

/**
 * Makes the topics that are not there yet, and keeps trying while Kafka is away. Events are the
 * ledger's source, so a topic keeps them for good.
 */
@ApplicationScoped
@Readiness
class TopicSetup implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(TopicSetup.class);
  private static final long PATIENCE_SECONDS = 15;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CaptureConfig config;
  private final Set<ServerRole> roles;
  private final TopicNames names;
  private final String bootstrapServers;
  private volatile boolean there;

  TopicSetup(
      CaptureConfig config,
      RolesConfig roles,
      TopicNames names,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.config = config;
    this.roles = roles.roles();
    this.names = names;
    this.bootstrapServers = bootstrapServers;
  }

  void start(@Observes StartupEvent event) {
    if (roles.contains(ServerRole.CAPTURE)) {
      Thread thread = new Thread(this::makeTopics, "shilian-topics");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void makeTopics() {
    while (!there && !Thread.currentThread().isInterrupted()) {
      try (Admin admin =
          Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
        make(admin);
        there = true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (ExecutionException | TimeoutException | RuntimeException e) {
        LOG.warnf("capture.topics-not-made %s; trying again", e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void make(Admin admin) throws InterruptedException, ExecutionException, TimeoutException {
    for (String name : names.ofEvents()) {
      NewTopic topic =
          new NewTopic(name, config.partitions(), config.replicationFactor())
              .configs(settings(config.replicationFactor()));
      try {
        admin.createTopics(List.of(topic)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        LOG.infof("capture.topic-made %s partitions=%d", name, config.partitions());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /**
   * Kept for good; and acknowledged once all brokers that are to keep a record have it but one,
   * which may be away. With Kafka's default of one, the last of three would acknowledge alone what
   * is lost with it.
   */
  static Map<String, String> settings(short replicationFactor) {
    return Map.of(
        TopicConfig.RETENTION_MS_CONFIG,
        "-1",
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
        Integer.toString(Math.max(1, replicationFactor - 1)));
  }

  @Override
  public HealthCheckResponse call() {
    boolean well = there || !roles.contains(ServerRole.CAPTURE);
    return HealthCheckResponse.named("event topics").status(well).build();
  }
}

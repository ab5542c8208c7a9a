package org.shilian.ledger.consume;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.shilian.chain.ChainingRule;
import org.shilian.chain.topic.TopicNames;
import org.shilian.ledger.append.BatchAppender;
import org.shilian.registry.role.RolesConfig;
import org.shilian.registry.role.ServerRole;

/**
 * Starts the ledger's loops with the process, where the process has that role, and ends them in
 * good order. Kafka shares the partitions out among them as among those of several processes.
 */
@ApplicationScoped
class LedgerService {
  private static final Logger LOG = Logger.getLogger(LedgerService.class);

  /** How long Kafka waits for an instance that died before it gives its partitions to another. */
  private static final Duration DEAD_AFTER = Duration.ofSeconds(10);

  private final LedgerConfig config;
  private final Set<ServerRole> roles;
  private final TopicNames names;
  private final String bootstrapServers;
  private final Pool pool;
  private final LedgerVitals vitals;
  private final Map<LedgerLoop, Thread> loops = new LinkedHashMap<>();

  LedgerService(
      LedgerConfig config,
      RolesConfig roles,
      TopicNames names,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      Pool pool,
      @Readiness LedgerVitals vitals) {
    this.config = config;
    this.roles = roles.roles();
    this.names = names;
    this.bootstrapServers = bootstrapServers;
    this.pool = pool;
    this.vitals = vitals;
  }

  void start(@Observes StartupEvent event) {
    if (!roles.contains(ServerRole.LEDGER)) {
      return;
    }
    vitals.started();
    InHand inHand = new InHand();
    for (int i = 1; i <= config.loops(); i++) {
      LedgerLoop loop =
          new LedgerLoop(
              new KafkaConsumer<>(
                  consumerSettings(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
              names.ofEvents(),
              new StreamTable(pool),
              new BatchAppender(pool, ChainingRule.CURRENT),
              inHand,
              config.batchSize(),
              config.retryAfter(),
              vitals);
      Thread thread = new Thread(loop, "shilian-ledger-" + i);
      loops.put(loop, thread);
      thread.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loops.keySet().forEach(LedgerLoop::stop);
    long deadline = System.nanoTime() + config.stopWithin().toNanos();
    for (Thread thread : loops.values()) {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
      if (thread.isAlive()) {
        LOG.warnf(
            "ledger.stop-timed-out %s after %s; what was not committed is read again at the next"
                + " start",
            thread.getName(), config.stopWithin());
      }
    }
  }

  private Map<String, Object> consumerSettings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.GROUP_ID_CONFIG,
        names.with(config.groupId()),
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        // the stored offset decides; where it does not exist any more, a person must look
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
        (int) DEAD_AFTER.toMillis(),
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        config.batchSize(),
        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
        (int) Duration.ofSeconds(5).toMillis());
  }
}

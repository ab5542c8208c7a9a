package org.shilian.ledger.log;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shilian.registry.role.RolesConfig;
import org.shilian.registry.role.ServerRole;

/** Has the logs signed every few seconds, where the process has the ledger's role and the key. */
@ApplicationScoped
class CheckpointService {
  private static final Logger LOG = Logger.getLogger(CheckpointService.class);

  private final LogConfig config;
  private final RolesConfig roles;
  private final LogKeys keys;
  private final Pool pool;
  private final AtomicInteger rewritten;
  private @Nullable ScheduledExecutorService clock;

  CheckpointService(
      LogConfig config, RolesConfig roles, LogKeys keys, Pool pool, MeterRegistry registry) {
    this.config = config;
    this.roles = roles;
    this.keys = keys;
    this.pool = pool;
    this.rewritten = registry.gauge("shilian.log.rewritten", new AtomicInteger());
  }

  void start(@Observes StartupEvent event) {
    if (!roles.roles().contains(ServerRole.LEDGER)) {
      return;
    }
    if (!keys.present()) {
      LOG.info("shilian.log.key-file is not set: the logs are not signed");
      return;
    }
    CheckpointSigner signer = new CheckpointSigner(pool, keys);
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "shilian-log");
              thread.setDaemon(true);
              return thread;
            });
    long every = config.checkpointEvery().toMillis();
    var unused =
        clock.scheduleWithFixedDelay(() -> sign(signer), every, every, TimeUnit.MILLISECONDS);
  }

  private void sign(CheckpointSigner signer) {
    try {
      rewritten.set(signer.sign());
    } catch (RuntimeException e) {
      // the database is away; the next time will do
      LOG.warnf("log.not-signed %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (clock != null) {
      clock.shutdownNow();
    }
  }
}

package org.shilian.ledger.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.shilian.chain.topic.TopicNames;
import org.shilian.registry.role.ServerRole;
import org.shilian.testsupport.Infrastructure;

/** A ledger instance, started and stopped as a process does it. */
final class RunningLedger implements AutoCloseable {
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final LedgerVitals vitals = new LedgerVitals(meters);
  private final LedgerService service;

  RunningLedger(TopicNames names, Pool pool, int batchSize) {
    service =
        new LedgerService(
            new SmallBatches(batchSize),
            () -> Set.of(ServerRole.LEDGER),
            names,
            Infrastructure.shared().kafka(),
            pool,
            vitals);
    service.start(new StartupEvent());
  }

  /** How many records it put into the ledger, whatever became of them. */
  long records() {
    return (long)
        meters.find("shilian.ledger.records").counters().stream()
            .mapToDouble(counter -> counter.count())
            .sum();
  }

  /** How often it had to begin anew. */
  long failures() {
    return (long) meters.counter("shilian.ledger.failures").count();
  }

  boolean isWell() {
    return vitals.call().getStatus() == HealthCheckResponse.Status.UP;
  }

  /** Ends it in good order; nothing if it has ended. */
  void stop() {
    try {
      service.stop(new ShutdownEvent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the ledger stops", e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private record SmallBatches(int batchSize) implements LedgerConfig {
    @Override
    public int loops() {
      return 2;
    }

    @Override
    public String groupId() {
      return "ledger";
    }

    @Override
    public Duration retryAfter() {
      return Duration.ofMillis(100);
    }

    @Override
    public Duration stopWithin() {
      return Duration.ofSeconds(20);
    }
  }
}

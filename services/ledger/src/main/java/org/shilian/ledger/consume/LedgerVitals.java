package org.shilian.ledger.consume;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;
import org.shilian.ledger.append.Appended;

/** How the loops fare, as metrics and as a readiness check. */
@ApplicationScoped
@Readiness
class LedgerVitals implements LoopObserver, HealthCheck {
  private static final String RECORDS = "shilian.ledger.records";

  private final Counter accepted;
  private final Counter duplicates;
  private final Counter refused;
  private final Counter quarantined;
  private final Counter batches;
  private final Counter failures;
  private volatile State state = State.ABSENT;
  private volatile @Nullable String lastFailure;

  private enum State {
    ABSENT,
    STARTING,
    RUNNING,
    STOPPED
  }

  LedgerVitals(MeterRegistry registry) {
    accepted = registry.counter(RECORDS, "verdict", "accepted");
    duplicates = registry.counter(RECORDS, "verdict", "duplicate");
    refused = registry.counter(RECORDS, "verdict", "refused");
    quarantined = registry.counter(RECORDS, "verdict", "quarantined");
    batches = registry.counter("shilian.ledger.batches");
    failures = registry.counter("shilian.ledger.failures");
  }

  void started() {
    state = State.STARTING;
  }

  @Override
  public void polled() {
    // of several loops, one that has ended is one too many
    if (state != State.STOPPED) {
      state = State.RUNNING;
    }
  }

  @Override
  public void idle() {
    lastFailure = null;
  }

  @Override
  public void appended(Appended appended) {
    lastFailure = null;
    batches.increment();
    accepted.increment(appended.accepted());
    duplicates.increment(appended.duplicates());
    refused.increment(appended.refused());
    quarantined.increment(appended.quarantined());
  }

  @Override
  public void failed(RuntimeException cause) {
    failures.increment();
    lastFailure = cause.getClass().getSimpleName();
  }

  @Override
  public void stopped() {
    state = State.STOPPED;
  }

  @Override
  public HealthCheckResponse call() {
    boolean well = state == State.ABSENT || (state == State.RUNNING && lastFailure == null);
    var response = HealthCheckResponse.named("ledger").status(well).withData("state", state.name());
    if (lastFailure != null) {
      response.withData("lastFailure", lastFailure);
    }
    return response.build();
  }
}

package org.shilian.ledger.trace;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** It is always noon of 23 November 2026 in Shanghai. */
@Mock
@Singleton
class FixedClock {

  @Produces
  @Singleton
  @Mock
  Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-23T04:00:00Z"), ZoneOffset.UTC);
  }
}

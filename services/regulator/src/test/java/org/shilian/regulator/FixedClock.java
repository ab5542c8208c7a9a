package org.shilian.regulator;

import io.quarkus.test.Mock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** It is always 20 November 2026 in Shanghai, though still the day before in UTC. */
@Mock
@Singleton
class FixedClock {

  @Produces
  @Singleton
  @Mock
  Clock clock() {
    return Clock.fixed(Instant.parse("2026-11-19T18:00:00Z"), ZoneOffset.UTC);
  }
}

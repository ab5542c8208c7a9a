package org.shilian.capture;

import java.time.Duration;

/** Settings of the doors for tests without a container. */
public record GivenConfig(Duration publishWithin) implements CaptureConfig {
  @Override
  public int maxEvents() {
    return 1000;
  }

  @Override
  public int partitions() {
    return 1;
  }

  @Override
  public short replicationFactor() {
    return 1;
  }

  @Override
  public Duration linger() {
    return Duration.ZERO;
  }

  @Override
  public Duration retryAfter() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration longestWait() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration singleEventWait() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration clockTolerance() {
    return Duration.ofHours(24);
  }
}

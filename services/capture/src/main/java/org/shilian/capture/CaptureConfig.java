package org.shilian.capture;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the doors take events. */
@ConfigMapping(prefix = "shilian.capture")
public interface CaptureConfig {

  /** How many events one request may hold. */
  @WithDefault("50000")
  int maxEvents();

  /** Into how many partitions a topic is divided when it is created. */
  @WithDefault("6")
  int partitions();

  /**
   * How many brokers keep each record when a topic is created; all but one of them have it before
   * it is acknowledged.
   */
  @WithDefault("1")
  short replicationFactor();

  /** How long Kafka may take to acknowledge before the caller is told to come back. */
  @WithDefault("PT10S")
  Duration publishWithin();

  /**
   * How long an event waits for others that can go to Kafka together with it. Longer costs less for
   * each event, and each answer comes later by so much.
   */
  @WithDefault("PT0.004S")
  Duration linger();

  /** What Retry-After says when Kafka or the database is away. */
  @WithDefault("PT5S")
  Duration retryAfter();

  /** The longest that {@code Prefer: wait} is honoured. */
  @WithDefault("PT60S")
  Duration longestWait();

  /** How long a single EPCIS event may be in the ledger's hands before its post is answered. */
  @WithDefault("PT10S")
  Duration singleEventWait();

  /** How far an eventTime may lie ahead of this machine's clock. */
  @WithDefault("PT24H")
  Duration clockTolerance();
}

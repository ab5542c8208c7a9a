package org.shilian.ledger.consume;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the ledger reads its topics. */
@ConfigMapping(prefix = "shilian.ledger")
public interface LedgerConfig {

  /** Kafka consumer group of all ledger instances; partitions are shared out among its members. */
  @WithDefault("shilian-ledger")
  String groupId();

  /**
   * How many loops of this process append side by side, each in its own transactions; more than
   * there are partitions of a topic are idle.
   */
  @WithDefault("2")
  int loops();

  /**
   * How many records one look at Kafka brings at the most; a transaction appends them, and what the
   * one before left out.
   */
  @WithDefault("3000")
  int batchSize();

  /** How long to wait before a batch is tried again after the database or Kafka failed. */
  @WithDefault("PT0.5S")
  Duration retryAfter();

  /** How long a stopping process waits for the batch in hand to be committed. */
  @WithDefault("PT20S")
  Duration stopWithin();
}

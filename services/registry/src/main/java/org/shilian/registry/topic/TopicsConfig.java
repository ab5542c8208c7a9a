package org.shilian.registry.topic;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What this installation's topics are called. */
@ConfigMapping(prefix = "shilian.topics")
public interface TopicsConfig {

  /**
   * Put before the name of every topic and of the ledger's consumer group, such as {@code jinyun.},
   * so that several installations can share one Kafka.
   */
  Optional<String> prefix();
}

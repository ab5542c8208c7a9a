package org.shilian.registry.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who may call. */
@ConfigMapping(prefix = "shilian.access")
public interface AccessConfig {
  /**
   * Hex SHA-256 of an admin key that the server makes sure of at start. It is the way to the first
   * key of a new deployment: choose a long random key, give its hash here, and keep the key itself
   * elsewhere.
   */
  Optional<String> adminKeyHash();

  /**
   * How long a key that was looked up is believed, and so how long a revoked one may still work.
   */
  @WithDefault("5s")
  Duration cacheFor();
}

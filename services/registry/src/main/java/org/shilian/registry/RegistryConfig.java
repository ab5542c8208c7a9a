package org.shilian.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long this process may answer from memory. */
@ConfigMapping(prefix = "shilian.registry")
public interface RegistryConfig {
  /** How long another process's change of a name or specification may go unseen here. */
  @WithDefault("30s")
  Duration cacheFor();

  /** How many operators, and how many products, are kept in memory. */
  @WithDefault("200000")
  int cacheSize();
}

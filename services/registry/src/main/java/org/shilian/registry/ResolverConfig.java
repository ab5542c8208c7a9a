package org.shilian.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where printed codes lead. */
@ConfigMapping(prefix = "shilian.resolver")
public interface ResolverConfig {
  /**
   * The base, without a slash at its end, of every Digital Link URI that is printed. Codes on paper
   * outlive a deployment: choose a host name that will be kept.
   */
  @WithDefault("https://id.gs1.org")
  String baseUri();
}

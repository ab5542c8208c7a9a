package org.shilian.registry.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/** Gives a new deployment its first key. */
@Singleton
class AdminKey {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AccessConfig config;
  private final ApiKeyStore keys;

  AdminKey(AccessConfig config, ApiKeyStore keys) {
    this.config = config;
    this.keys = keys;
  }

  void atStart(@Observes StartupEvent event) {
    config
        .adminKeyHash()
        .map(hash -> new KeyHash(hash.toLowerCase(Locale.ROOT)))
        .ifPresent(hash -> keys.makeSureOfAdmin(hash).await().atMost(PATIENCE));
  }
}

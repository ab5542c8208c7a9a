package org.shilian.capture.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.shilian.capture.CaptureConfig;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;

/** Reads from the registry, for a thread that may block, what some events name. */
@ApplicationScoped
class RegistryLookup {
  private static final Logger LOG = Logger.getLogger(RegistryLookup.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Directory directory;
  private final CaptureConfig config;

  RegistryLookup(Directory directory, CaptureConfig config) {
    this.directory = directory;
    this.config = config;
  }

  /** The registered ones among those asked for. */
  record Found(Map<Uscc, OperatorCard> operators, Map<Gtin, ProductCard> products) {}

  Found find(Set<Uscc> operators, Set<Gtin> gtins) {
    try {
      return new Found(
          directory.operators(operators).await().atMost(PATIENCE),
          directory.products(gtins).await().atMost(PATIENCE));
    } catch (RuntimeException e) {
      LOG.warnf("capture.registry-unreadable %s", e.getMessage());
      throw new ProblemException(
              ProblemType.UNAVAILABLE, "the registry cannot be read just now; nothing was taken")
          .withHeader("Retry-After", Long.toString(config.retryAfter().toSeconds()));
    }
  }
}

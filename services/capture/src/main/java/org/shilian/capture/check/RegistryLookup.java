package org.shilian.capture.check;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shilian.capture.CaptureConfig;
import org.shilian.chain.trade.ProductFacts;
import org.shilian.chain.trade.Unit;
import org.shilian.gs1.Gln;
import org.shilian.gs1.Gtin;
import org.shilian.gs1.Uscc;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.registry.Directory;
import org.shilian.registry.OperatorCard;
import org.shilian.registry.ProductCard;

/** Reads from the registry, for a thread that may block, what some events name. */
@ApplicationScoped
public class RegistryLookup {
  private static final Logger LOG = Logger.getLogger(RegistryLookup.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Directory directory;
  private final CaptureConfig config;

  RegistryLookup(Directory directory, CaptureConfig config) {
    this.directory = directory;
    this.config = config;
  }

  /** The registered ones among those asked for. */
  public record Found(Map<Uscc, OperatorCard> operators, Map<Gtin, ProductCard> products) {

    /** What reading an event needs to know of this product; null if it is not registered. */
    public @Nullable ProductFacts facts(Gtin gtin) {
      ProductCard product = products.get(gtin);
      return product == null
          ? null
          : new ProductFacts(Unit.of(product.unit()), product.shelfLifeDays());
    }
  }

  /**
   * Looks these up. Blocks.
   *
   * @throws ProblemException UNAVAILABLE if the registry cannot be read
   */
  public Found find(Set<Uscc> operators, Set<Gtin> gtins) {
    return read(
        () ->
            new Found(
                directory.operators(operators).await().atMost(PATIENCE),
                directory.products(gtins).await().atMost(PATIENCE)));
  }

  /** The same from memory; empty if not all of them are there. Never blocks. */
  public Optional<Found> remembered(Set<Uscc> operators, Set<Gtin> gtins) {
    Map<Uscc, OperatorCard> known = directory.rememberedOperators(operators);
    if (known.size() < operators.size()) {
      return Optional.empty();
    }
    Map<Gtin, ProductCard> products = directory.rememberedProducts(gtins);
    return products.size() < gtins.size()
        ? Optional.empty()
        : Optional.of(new Found(known, products));
  }

  /**
   * The operators that are registered with these GLNs. Blocks.
   *
   * @throws ProblemException UNAVAILABLE if the registry cannot be read
   */
  public Map<Gln, Set<Uscc>> operatorsByGln(Set<Gln> glns) {
    return read(() -> directory.operatorsByGln(glns).await().atMost(PATIENCE));
  }

  private <T> T read(Supplier<T> lookup) {
    try {
      return lookup.get();
    } catch (RuntimeException e) {
      LOG.warnf("capture.registry-unreadable %s", e.getMessage());
      throw new ProblemException(
              ProblemType.UNAVAILABLE, "the registry cannot be read just now; nothing was taken")
          .withHeader("Retry-After", Long.toString(config.retryAfter().toSeconds()));
    }
  }
}

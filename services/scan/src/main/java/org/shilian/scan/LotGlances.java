package org.shilian.scan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shilian.chain.trade.LotKey;
import org.shilian.gs1.Gtin;
import org.shilian.registry.Directory;
import org.shilian.registry.ProductCard;
import org.shilian.scan.story.LotFacts;
import org.shilian.scan.story.LotStory;

/** Looks lots up as their own pages do, so that both say the same. */
@ApplicationScoped
class LotGlances {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Directory directory;
  private final LotStore lots;
  private final Clock clock;

  LotGlances(Directory directory, LotStore lots, Clock clock) {
    this.directory = directory;
    this.lots = lots;
    this.clock = clock.withZone(ZONE);
  }

  /** One of each key, in this order. */
  Uni<List<LotGlance>> of(List<LotKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Set<Gtin> gtins = keys.stream().map(LotKey::gtin).collect(Collectors.toSet());
    return Uni.combine()
        .all()
        .unis(
            directory.products(gtins),
            Uni.join().all(keys.stream().map(this::seen).toList()).andFailFast())
        .with((products, seen) -> seen.stream().map(lot -> glance(lot, products)).toList());
  }

  private record Seen(LotKey key, LotFacts facts) {}

  private Uni<Seen> seen(LotKey key) {
    return lots.lot(key.gtin(), key.lot(), clock.instant()).map(facts -> new Seen(key, facts));
  }

  private LotGlance glance(Seen seen, Map<Gtin, ProductCard> products) {
    ProductCard card = products.get(seen.key().gtin());
    return new LotGlance(
        seen.key(),
        card == null ? null : card.name(),
        LotStory.of(seen.facts(), LocalDate.now(clock)).status());
  }
}

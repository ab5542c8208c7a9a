package org.shilian.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.shilian.simulator.county.County;
import org.shilian.simulator.county.Operator;
import org.shilian.simulator.county.Product;
import org.shilian.simulator.county.Trade;
import org.shilian.simulator.truth.LotKey;
import org.shilian.simulator.truth.Truth;
import org.shilian.simulator.truth.View;

/** Puts together what to show at the end of a run. */
final class StoryTeller {
  private final Settings settings;
  private final County county;
  private final Truth truth;

  StoryTeller(Settings settings, County county, Truth truth) {
    this.settings = settings;
    this.county = county;
    this.truth = truth;
  }

  /** Whom to try the API as. */
  Operator hero() {
    return county.operators(Trade.WATER_BAMBOO_FARM).get(0);
  }

  /**
   * The story.
   *
   * @param key the hero's
   */
  Story tell(View view, String key, String regulatorKey) {
    Tales tales = new Tales(county, view);
    Operator hero = hero();
    return new Story(
        truth.chainedBatch(),
        truth.gapBatch(),
        path(tales.lunch()),
        path(tales.harvest()),
        key,
        hero.uscc(),
        hero.name(),
        regulatorKey,
        curl(hero, key));
  }

  private static @Nullable String path(@Nullable LotKey lot) {
    return lot == null ? null : lot.path();
  }

  private String curl(Operator maker, String key) {
    Product product = county.productsOf(maker).get(0);
    OffsetDateTime now =
        OffsetDateTime.now(settings.clock().withZone(Settings.CHINA))
            .truncatedTo(ChronoUnit.SECONDS);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("type", "PRODUCE");
    event.put("eventTime", now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    event.put("operator", maker.uscc());
    event.put("gtin", product.gtin());
    event.put("lot", "TRY-1");
    event.put("quantity", 120);
    event.put("productionDate", now.toLocalDate().toString());
    event.put(
        "expirationDate", now.toLocalDate().plusDays(product.kind().shelfLifeDays()).toString());
    return "curl -s -H 'Authorization: Bearer "
        + key
        + "' -H 'Content-Type: application/json' -H 'Prefer: wait=10' -d '"
        + event
        + "' '"
        + settings.url().resolve("/api/v1/events")
        + "'";
  }
}

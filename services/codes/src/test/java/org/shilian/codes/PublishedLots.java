package org.shilian.codes;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.shilian.testsupport.PublishedTables;

/** Some lots, as the ledger would publish them. */
public final class PublishedLots implements QuarkusTestResourceLifecycleManager {
  private static final String LOTS =
      """
      INSERT INTO published.lot (gtin, lot, state, chained) VALUES
        ('09521234000013', '20261101-1', 'origin', false),
        ('09521234000013', 'A/1.svg', 'origin', false),
        ('09521234000013', 'lower', 'origin', false),
        ('09521234000013', 'VOIDED', 'void', false),
        ('09521234000013', 'HEARSAY', 'unknown', false)
      """;

  @Override
  public Map<String, String> start() {
    return PublishedTables.settings(PublishedTables.with(LOTS, "lot"));
  }

  @Override
  public void stop() {}
}

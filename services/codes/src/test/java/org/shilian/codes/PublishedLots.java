package org.shilian.codes;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.PublishedTables;

/** Some lots, as the ledger would publish them, whose they are, and keys. */
public final class PublishedLots implements QuarkusTestResourceLifecycleManager {
  public static final String ADMIN = "slk_admin-of-codes";
  public static final String MAKER = "slk_maker-of-codes";
  public static final String OTHER = "slk_other-of-codes";
  public static final String KITCHEN = "slk_kitchen-of-codes";
  public static final String REGULATOR = "slk_regulator-of-codes";
  public static final String ITEM_KEYS =
      """
      0 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
      Z 1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100
      """;

  private static final String LOTS =
      """
      INSERT INTO published.lot (gtin, lot, state, chained, production_date, expiration_date) VALUES
        ('09521234000013', '20261101-1', 'origin', false, '2026-11-01', '2026-12-01'),
        ('09521234000013', 'A/1.svg', 'origin', false, NULL, NULL),
        ('09521234000013', 'lower', 'origin', false, NULL, NULL),
        ('09521234000013', 'VOIDED', 'void', false, NULL, NULL),
        ('09521234000013', 'VOIDED-LATER', 'origin', false, NULL, NULL),
        ('09521234000013', 'HEARSAY', 'unknown', false, NULL, NULL),
        ('09521234000013', 'USED-UP', 'origin', false, NULL, NULL),
        ('09521234000020', 'OTHERS', 'origin', false, NULL, NULL);
      INSERT INTO published.lot (gtin, lot, state, chained, maker, expiration_date) VALUES
        ('09521234000020', 'BROUGHT', 'origin', false, '91331122MA2E0K0T09', '2026-12-24'),
        ('09521234000020', 'REPACKED', 'repacked', false, '91331122MA2E0K0T09', NULL);
      INSERT INTO registry.operator (uscc, name, role, region, terminal, registered_at) VALUES
        ('91331122MA2E0K0T09', '缙云烧饼', 'producer', '331122', false, now()),
        ('92331122MA2HJ00018', '五云点心', 'producer', '331122', false, now()),
        ('91331122MA2E0C0035', '仙都农家菜', 'caterer', '331122', true, now());
      INSERT INTO registry.product (gtin, operator, name, specification, unit, shelf_life_days,
                                    category_edition, category_code, registered_at) VALUES
        ('09521234000013', '91331122MA2E0K0T09', '缙云烧饼（梅干菜）', '5 个/袋', 'H87', 30, '2020', '2401', now()),
        ('09521234000020', '92331122MA2HJ00018', '点心', '1', 'H87', 30, '2020', '2401', now());
      INSERT INTO registry.api_key (id, key_hash, role, operator, label, created_at) VALUES
        ('a', sha256('slk_admin-of-codes'), 'admin', NULL, 'test', now()),
        ('m', sha256('slk_maker-of-codes'), 'enterprise', '91331122MA2E0K0T09', 'test', now()),
        ('k', sha256('slk_kitchen-of-codes'), 'enterprise', '91331122MA2E0C0035', 'test', now()),
        ('o', sha256('slk_other-of-codes'), 'enterprise', '92331122MA2HJ00018', 'test', now()),
        ('r', sha256('slk_regulator-of-codes'), 'regulator', NULL, 'test', now());
      """;

  @Override
  public Map<String, String> start() {
    Database database = PublishedTables.with(LOTS, "lot", "event", "mention");
    Map<String, String> settings = new HashMap<>(PublishedTables.settings(database));
    settings.put("shilian.codes.item-keys-file", keyFile().toString());
    return settings;
  }

  private static Path keyFile() {
    try {
      Path file = Files.createTempFile("item", ".keys");
      file.toFile().deleteOnExit();
      return Files.writeString(file, ITEM_KEYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}

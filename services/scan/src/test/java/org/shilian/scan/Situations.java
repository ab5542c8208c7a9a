package org.shilian.scan;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.shilian.testsupport.PublishedTables;

/** The situations that the pages tell, as the ledger would publish them. */
public final class Situations implements QuarkusTestResourceLifecycleManager {
  static final String ITEM_KEYS =
      "0 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n";

  @Override
  public Map<String, String> start() {
    try {
      String situations = Files.readString(Path.of("src/test/resources/situations.sql"));
      Map<String, String> settings =
          new HashMap<>(
              PublishedTables.settings(
                  PublishedTables.with(
                      situations,
                      "lot",
                      "making",
                      "measure",
                      "hop",
                      "holding",
                      "lineage",
                      "event",
                      "mention",
                      "flag")));
      Path keys = Files.createTempFile("item", ".keys");
      keys.toFile().deleteOnExit();
      settings.put("shilian.codes.item-keys-file", Files.writeString(keys, ITEM_KEYS).toString());
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}

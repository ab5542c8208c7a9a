package org.shilian.regulator;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.shilian.testsupport.PublishedTables;

/** Counters and lots, as the ledger would publish them, products, and who may read them. */
public final class PublishedCube implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      String cube = Files.readString(Path.of("src/test/resources/cube.sql"));
      return PublishedTables.settings(PublishedTables.with(cube, "rate_cube", "lot"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}

package org.shilian.scan;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.shilian.testsupport.PublishedTables;

/** The situations that the pages tell, as the ledger would publish them. */
public final class Situations implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    try {
      String situations = Files.readString(Path.of("src/test/resources/situations.sql"));
      return PublishedTables.settings(
          PublishedTables.with(situations, "lot", "making", "measure", "hop", "holding"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}

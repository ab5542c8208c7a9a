package org.shilian.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the code of one package is taken for a copy. */
@ConfigMapping(prefix = "shilian.scan")
interface ScanConfig {
  /** Scanned more often than this, a package's code is told to be suspicious. */
  @WithDefault("20")
  int manyScans();

  /** First scanned longer ago than this, too. */
  @WithDefault("P90D")
  Duration longAgo();
}

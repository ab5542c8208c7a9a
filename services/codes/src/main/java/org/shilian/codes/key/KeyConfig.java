package org.shilian.codes.key;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Under which prefix keys are numbered for those who have none. */
@ConfigMapping(prefix = "shilian.codes")
public interface KeyConfig {
  /**
   * The GS1 company prefix of the platform, 4 to 12 digits, for operators that have none of their
   * own. The default is for examples only: keys under it are not unique in the world.
   */
  @WithDefault("95299990")
  String platformPrefix();
}

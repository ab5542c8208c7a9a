package org.shilian.codes.order;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What order codes are numbered under. */
@ConfigMapping(prefix = "shilian.codes")
interface OrderCodesConfig {
  /**
   * The GS1 company prefix of the platform, 4 to 12 digits, under which operators that have none of
   * their own get keys. Never change it to one that somebody else has.
   */
  Optional<String> platformPrefix();
}

package org.shilian.registry.item;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What codes are made with. */
@ConfigMapping(prefix = "shilian.codes")
public interface ItemCodesConfig {
  /**
   * A file with the keys of item codes: one a line, an id of one character (0-9, A-Z without I, L,
   * O, U), a blank and a secret of 64 hexadecimal digits. New codes are made under the last one,
   * all of them check old ones. Without it no item codes are issued, and none is genuine.
   */
  Optional<String> itemKeysFile();
}

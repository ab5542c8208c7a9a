package org.shilian.registry.role;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Which roles this process serves. */
@ConfigMapping(prefix = "shilian")
public interface RolesConfig {

  /**
   * The roles, separated by commas: capture, ledger, codes, scan, regulator. What a process does
   * not serve it answers with 404.
   */
  @WithDefault("capture,ledger,codes,scan,regulator")
  Set<ServerRole> roles();
}

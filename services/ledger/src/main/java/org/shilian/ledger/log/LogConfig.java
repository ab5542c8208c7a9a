package org.shilian.ledger.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** With what the ledger's logs are signed. */
@ConfigMapping(prefix = "shilian.log")
public interface LogConfig {

  /**
   * A PEM file with an Ed25519 private key (PKCS #8) and its public key; without it the logs grow
   * but no checkpoint is signed.
   */
  Optional<String> keyFile();

  /**
   * What the names of the logs begin with, by custom a host of the installation's own and a path;
   * topic and partition follow. It must never change.
   */
  Optional<String> origin();

  /**
   * The verifier keys of witnesses whose cosignatures are taken in, as {@code name+id+base64},
   * separated by commas; any number of them.
   */
  Optional<List<String>> witnesses();

  /** How often a log that has grown is signed. */
  @WithDefault("PT2S")
  Duration checkpointEvery();
}

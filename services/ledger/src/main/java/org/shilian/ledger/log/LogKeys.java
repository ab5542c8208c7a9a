package org.shilian.ledger.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.note.SignatureType;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.note.VerifierKey;

/**
 * The key of this installation, which signs for each log under the log's own name; and those of
 * witnesses.
 */
@ApplicationScoped
class LogKeys {
  private static final String KEY_FILE = "shilian.log.key-file";
  private static final String ORIGIN = "shilian.log.origin";
  private static final String WITNESSES = "shilian.log.witnesses";

  private final @Nullable Signer installation;
  private final List<VerifierKey> witnesses;

  LogKeys(LogConfig config) {
    installation =
        config
            .keyFile()
            .map(
                file ->
                    read(
                        file,
                        config
                            .origin()
                            .orElseThrow(
                                () ->
                                    new IllegalStateException(
                                        ORIGIN + ": must be set with " + KEY_FILE))))
            .orElse(null);
    witnesses = config.witnesses().orElse(List.of()).stream().map(LogKeys::witness).toList();
  }

  private static VerifierKey witness(String vkey) {
    try {
      VerifierKey key = VerifierKey.parse(vkey.strip());
      if (key.type() == SignatureType.COSIGNATURE) {
        return key;
      }
    } catch (LogDataException e) {
      throw new IllegalStateException(WITNESSES + " " + vkey + ": " + e.getMessage(), e);
    }
    throw new IllegalStateException(WITNESSES + " " + vkey + ": is not a key for cosignatures");
  }

  /** The witnesses whose cosignatures count here. */
  List<VerifierKey> witnesses() {
    return witnesses;
  }

  /** Whether there is a key. */
  boolean present() {
    return installation != null;
  }

  /** The signer of a partition's log; empty if no key is configured. */
  Optional<Signer> of(String topic, int partition) {
    return installation == null
        ? Optional.empty()
        : Optional.of(
            installation.named(installation.key().name() + "/" + topic + "/" + partition));
  }

  private static Signer read(String file, String origin) {
    try {
      return Signer.fromPem(origin, SignatureType.ED25519, Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new IllegalStateException(KEY_FILE + " " + file + ": cannot be read", e);
    } catch (LogDataException e) {
      throw new IllegalStateException(KEY_FILE + " " + file + ": " + e.getMessage(), e);
    }
  }
}

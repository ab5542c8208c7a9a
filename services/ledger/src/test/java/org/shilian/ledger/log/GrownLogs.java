package org.shilian.ledger.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.shilian.chain.history.RandomHistory;
import org.shilian.chain.history.SmallCounty;
import org.shilian.chain.trade.TradeEvent;
import org.shilian.ledger.append.LedgerDatabase;
import org.shilian.ledger.append.RandomWriter;
import org.shilian.tlog.export.ExportVerifier;
import org.shilian.tlog.export.Finding;
import org.shilian.tlog.export.Verdict;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.note.VerifierKey;
import org.shilian.tlog.tile.DirectoryFiles;

/** A ledger whose logs are signed with a key of their own. */
final class GrownLogs implements AutoCloseable {
  static final String ORIGIN = "log.example/ledger";

  private final SmallCounty county = new SmallCounty();
  private final LedgerDatabase database = new LedgerDatabase(county);
  private final LogKeys keys;
  private final CheckpointSigner signer;
  private final LogStore store;
  private final Path directory;
  private int exports;

  GrownLogs(Path directory) {
    this.directory = directory;
    this.keys = keys(directory.resolve("log.pem"));
    this.signer = new CheckpointSigner(database.pool(), keys);
    this.store = new LogStore(database.pool());
  }

  private static LogKeys keys(Path file) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      Files.writeString(
          file,
          pem("PRIVATE KEY", pair.getPrivate().getEncoded())
              + pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LogKeys(
        new LogConfig() {
          @Override
          public Optional<String> keyFile() {
            return Optional.of(file.toString());
          }

          @Override
          public Optional<String> origin() {
            return Optional.of(ORIGIN);
          }

          @Override
          public Optional<List<String>> witnesses() {
            return Optional.empty();
          }

          @Override
          public Duration checkpointEvery() {
            return Duration.ofSeconds(2);
          }
        });
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der));
  }

  LedgerDatabase database() {
    return database;
  }

  LogStore store() {
    return store;
  }

  int sign() {
    return signer.sign();
  }

  List<TradeEvent> history(long seed, int events) {
    return RandomHistory.of(county, seed, events);
  }

  RandomWriter writer(String topic, long seed) {
    return new RandomWriter(database, topic, seed);
  }

  StoredLog log(String topic) {
    return store.log(topic, 0).orElseThrow();
  }

  TrustedLog trusted(String topic) {
    VerifierKey key = keys.of(topic, 0).orElseThrow().key();
    return new TrustedLog(key.name(), key);
  }

  /** What the verifier finds in an export made now. */
  Verdict verdict(String topic) throws IOException {
    Path export = directory.resolve("export" + exports++);
    var unused = new LogExport(database.pool()).write(export, true);
    return new ExportVerifier(trusted(topic))
        .verify(new DirectoryFiles(export.resolve(topic + "/0")));
  }

  /** The findings of an export made now, as one line each. */
  List<String> findings(String topic) throws IOException {
    List<String> findings = new ArrayList<>();
    for (Finding finding : verdict(topic).findings()) {
      findings.add(finding.kind() + " " + finding.message());
    }
    return findings;
  }

  @Override
  public void close() {
    database.close();
  }
}

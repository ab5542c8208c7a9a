package org.shilian.tlog.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.SignatureType;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.tile.DirectoryFiles;
import org.shilian.tlog.tile.TileWriter;

class VerifyExportTest {
  private static final Signer LOG = Signer.generate("log.example/0", SignatureType.ED25519);
  private static final Signer WITNESS =
      Signer.generate("witness.example", SignatureType.COSIGNATURE);

  @TempDir Path export;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void export() throws IOException {
    write(export, LOG);
  }

  private static void write(Path directory, Signer log) throws IOException {
    DirectoryFiles files = new DirectoryFiles(directory);
    TileWriter writer = new TileWriter(files);
    for (int i = 0; i < 3; i++) {
      writer.append(("event " + i).getBytes(UTF_8));
    }
    writer.flush();
    Checkpoint checkpoint = new Checkpoint(log.key().name(), writer.size(), writer.root());
    files.write(
        "checkpoint",
        checkpoint
            .signed(log)
            .with(WITNESS.cosign(checkpoint, Instant.ofEpochSecond(1_764_032_400)))
            .bytes());
  }

  @Test
  void saysThatAnExportIsIntact() {
    String key = LOG.key().toString();
    assertThat(run(export.toString(), "--key", key)).isZero();
    assertThat(out.toString(UTF_8)).startsWith("INTACT: log.example/0, 3 entries, root ");
    assertThat(run(export.toString(), "--key", key, "--witness", WITNESS.key().toString()))
        .isZero();
  }

  @Test
  void saysWhatIsNotAndEndsWithOne() throws IOException {
    Path bundle = export.resolve("tile/entries/000.p/3");
    Files.writeString(bundle, Files.readString(bundle).replace("event 1", "event 7"));
    assertThat(run(export.toString(), "--key", LOG.key().toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8).lines())
        .containsExactly(
            "CHANGED tile/entries/000.p/3: entry 1 is not the one that was signed",
            "NOT INTACT: log.example/0, 3 entries were signed");
  }

  @Test
  void trustsOnlyTheKeysThatItIsGiven() {
    Signer other = Signer.generate("log.example/0", SignatureType.ED25519);
    assertThat(run(export.toString(), "--key", other.key().toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8))
        .contains("is not signed by")
        .endsWith("NOT PROVEN: log.example/0\n");
    Signer stranger = Signer.generate("stranger", SignatureType.COSIGNATURE);
    String key = LOG.key().toString();
    assertThat(run(export.toString(), "--key", key, "--witness", stranger.key().toString()))
        .isEqualTo(1);
    assertThat(
            run(
                export.toString(),
                "--key",
                key,
                "--witness",
                stranger.key().toString(),
                "--witness",
                WITNESS.key().toString(),
                "--quorum",
                "1"))
        .isZero();
    assertThat(run(export.toString(), "--key", key, "--origin", "log.example/1")).isEqualTo(1);
  }

  @Test
  void checksAllLogsBelowADirectoryByTheirKeys(@TempDir Path all) throws IOException {
    Signer second = LOG.named("log.example/1");
    write(all.resolve("topic/0"), LOG);
    write(all.resolve("topic/1"), second);
    Path keys = all.resolveSibling(all.getFileName() + ".keys");
    Files.writeString(keys, LOG.key() + "\n" + second.key() + "\n");
    assertThat(run(all.toString(), "--keys", keys.toString())).isZero();
    assertThat(out.toString(UTF_8).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("INTACT: log.example/0, 3 entries, root "),
            line -> assertThat(line).startsWith("INTACT: log.example/1, 3 entries, root "));
    out.reset();
    Files.writeString(keys, LOG.key() + "\n" + LOG.named("log.example/2").key() + "\n");
    assertThat(run(all.toString(), "--keys", keys.toString())).isEqualTo(1);
    assertThat(out.toString(UTF_8).lines().skip(1))
        .containsExactly(
            "NOT PROVEN: topic/1 says it is log.example/1, which is not expected",
            "NOT PROVEN: log.example/2 is not in the export");
    Files.delete(keys);
    assertThat(run(all.toString(), "--keys", keys.toString())).isEqualTo(2);
  }

  @Test
  void endsWithTwoWhenItCannotTell() {
    String key = LOG.key().toString();
    assertThat(run()).isEqualTo(2);
    assertThat(run(export.toString())).isEqualTo(2);
    assertThat(run(export.toString(), "--key")).isEqualTo(2);
    assertThat(run(export.toString(), "--key", "a+b+c")).isEqualTo(2);
    assertThat(run(export.toString(), "--key", key, "--quorum", "1")).isEqualTo(2);
    assertThat(run(export.toString(), "--key", key, "--quorum", "x")).isEqualTo(2);
    assertThat(run(export.toString(), "other", "--key", key)).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("verify: unknown option other", "Usage: verify");
    assertThat(run("--help")).isZero();
    assertThat(out.toString(UTF_8)).startsWith("Usage: verify EXPORT --key KEY");
  }

  private int run(String... arguments) {
    return new VerifyExport(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
        .run(List.of(arguments));
  }
}

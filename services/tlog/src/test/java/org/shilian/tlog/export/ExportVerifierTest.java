package org.shilian.tlog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.tlog.Hash;
import org.shilian.tlog.export.Finding.Entries;
import org.shilian.tlog.export.Finding.Kind;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.SignatureType;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.tile.DirectoryFiles;
import org.shilian.tlog.tile.LogFileSink;
import org.shilian.tlog.tile.MemoryFiles;
import org.shilian.tlog.tile.TilePath;
import org.shilian.tlog.tile.TileWriter;

class ExportVerifierTest {
  private static final String ORIGIN = "log.example/ledger/0";
  private static final Signer LOG = Signer.generate(ORIGIN, SignatureType.ED25519);
  private static final TrustedLog TRUSTED = new TrustedLog(ORIGIN, LOG.key());

  /** The sizes around which files come and go. */
  private static final int[] SIZES = {0, 1, 2, 8, 255, 256, 257, 511, 512, 513, 1000};

  @Test
  void findsNothingInWhatWasExported() throws IOException {
    for (int size : SIZES) {
      Verdict verdict = verify(export(size));
      assertThat(verdict.findings()).isEmpty();
      assertThat(verdict.intact()).isTrue();
      assertThat(verdict.checkpoint().orElseThrow().size()).isEqualTo(size);
    }
  }

  @Test
  void checksADirectory(@TempDir Path directory) throws IOException {
    DirectoryFiles files = new DirectoryFiles(directory);
    write(files, entries(300));
    assertThat(new ExportVerifier(TRUSTED).verify(files).intact()).isTrue();
    files.write("tile/entries/001.p/44", bundle(entries(300), 256, 299));
    assertThat(new ExportVerifier(TRUSTED).verify(files).findings())
        .extracting(Finding::message)
        .containsExactly("entry 299 is missing");
  }

  @Test
  void findsEveryByteThatWasChanged() throws IOException {
    MemoryFiles export = export(9);
    for (String path : export.map.keySet()) {
      for (int at = 0; at < export.map.get(path).length; at++) {
        MemoryFiles changed = export.copy();
        changed.map.get(path)[at] ^= (byte) (1 << at % 8);
        assertThat(verify(changed).intact()).as("%s, byte %d", path, at).isFalse();
      }
    }
  }

  @Test
  void findsEveryFileThatIsMissingCutOrLonger() throws IOException {
    MemoryFiles export = export(600);
    for (String path : export.map.keySet()) {
      byte[] bytes = export.map.get(path);
      MemoryFiles missing = export.copy();
      missing.map.remove(path);
      assertThat(verify(missing).findings()).as(path).hasSize(1);
      for (int length : new int[] {0, 1, bytes.length - 1, bytes.length + 1}) {
        MemoryFiles other = export.copy();
        other.map.put(path, Arrays.copyOf(bytes, length));
        assertThat(verify(other).intact()).as("%s of %d bytes", path, length).isFalse();
      }
    }
  }

  @Test
  void saysWhichEntryWasChanged() throws IOException {
    for (int size : new int[] {1, 9, 300}) {
      MemoryFiles export = export(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> entries = entries(size);
        entries.set(index, new byte[] {1, 2, 3, 4, 5});
        assertThat(verify(withEntries(export, entries)).findings())
            .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
            .containsExactly(tuple(Kind.CHANGED, index, index));
      }
    }
  }

  /** Later entries move up, the last bundle is one shorter: one finding, not one for each. */
  @Test
  void saysWhichEntryWasRemoved() throws IOException {
    for (int size : new int[] {2, 9, 300}) {
      MemoryFiles export = export(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> entries = entries(size);
        entries.remove(index);
        assertThat(verify(withEntries(export, entries)).findings())
            .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
            .containsExactly(tuple(Kind.REMOVED, index, index));
      }
    }
  }

  @Test
  void saysWhereAnEntryWasInserted() throws IOException {
    for (int size : new int[] {1, 9, 300}) {
      MemoryFiles export = export(size);
      for (int index = 0; index <= size; index++) {
        List<byte[]> entries = entries(size);
        entries.add(index, new byte[] {1, 2, 3, 4, 5});
        assertThat(verify(withEntries(export, entries)).findings())
            .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
            .containsExactly(tuple(Kind.INSERTED, index, index));
      }
    }
  }

  /** One bundle has one entry more or less than it must, all others are as they were. */
  @Test
  void saysWhatHappenedInOneBundle() throws IOException {
    MemoryFiles export = export(600);
    for (int at : new int[] {0, 1, 100, 254, 255}) {
      List<byte[]> bundle = entries(256);
      bundle.remove(at);
      MemoryFiles fewer = export.copy();
      fewer.map.put("tile/entries/000", bundle(bundle, 0, 255));
      assertThat(verify(fewer).findings())
          .extracting(Finding::path, Finding::message)
          .containsExactly(Tuple.tuple("tile/entries/000", "entry " + at + " is missing"));
      bundle.add(at, entries(256).get(at));
      bundle.add(at, new byte[] {7});
      MemoryFiles more = export.copy();
      more.map.put("tile/entries/000", bundle(bundle, 0, 257));
      assertThat(verify(more).findings())
          .extracting(Finding::message)
          .containsExactly("an entry that was not signed is before entry " + at);
    }
  }

  @Test
  void saysFromWhereOnABundleCannotBeRead() throws IOException {
    MemoryFiles export = export(600);
    byte[] bundle = export.map.get("tile/entries/000");
    export.map.put("tile/entries/000", Arrays.copyOf(bundle, 100 * 6 + 3));
    List<Finding> findings = verify(export).findings();
    assertThat(findings)
        .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
        .containsExactly(tuple(Kind.UNREADABLE, 100, 255));
    export.map.remove("tile/entries/000");
    assertThat(verify(export).findings())
        .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
        .containsExactly(tuple(Kind.UNREADABLE, 0, 255));
  }

  /** A copy of a later entry must not make all entries before that one look lost. */
  @Test
  void meetsAgainAtTheNearestEntryThatIsInPlace() throws IOException {
    List<byte[]> entries = entries(600);
    entries.set(0, entries.get(200));
    entries.set(1, new byte[] {7});
    assertThat(verify(withEntries(export(600), entries)).findings())
        .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
        .containsExactly(tuple(Kind.CHANGED, 0, 0), tuple(Kind.CHANGED, 1, 1));
  }

  @Test
  void blamesATileAndAnEntryTooMany() throws IOException {
    MemoryFiles export = export(600);
    List<byte[]> bundle = entries(256);
    bundle.add(new byte[] {7});
    export.map.put("tile/entries/000", bundle(bundle, 0, 257));
    export.map.get("tile/0/000")[0] ^= 1;
    assertThat(verify(export).findings())
        .extracting(Finding::kind, Finding::message)
        .containsExactly(
            Tuple.tuple(Kind.TILE, "tile/0/000 has not the hash above it"),
            Tuple.tuple(Kind.INSERTED, "an entry that was not signed is before entry 256"));
  }

  @Test
  void findsAnEntryThatIsThereTwice() throws IOException {
    List<byte[]> entries = entries(9);
    entries.add(9, entries.get(3));
    assertThat(verify(withEntries(export(9), entries)).findings())
        .extracting(Finding::message)
        .containsExactly("an entry that was not signed is after the last entry");
  }

  @Test
  void saysWhichEntriesChangedPlaces() throws IOException {
    MemoryFiles export = export(9);
    for (int left = 0; left < 9; left++) {
      for (int right = left + 1; right < 9; right++) {
        List<byte[]> entries = entries(9);
        Collections.swap(entries, left, right);
        List<Finding> findings = verify(withEntries(export, entries)).findings();
        assertThat(findings).isNotEmpty().allMatch(finding -> finding.kind() == Kind.MOVED);
        assertThat(findings)
            .extracting(finding -> finding.entries().orElseThrow().first())
            .containsAnyOf((long) left, (long) right)
            .hasSizeLessThanOrEqualTo(2);
      }
    }
  }

  @Test
  void followsEntriesThatWereMovedFarAway() throws IOException {
    List<byte[]> swapped = entries(3000);
    Collections.swap(swapped, 5, 2900);
    assertThat(verify(withEntries(export(3000), swapped)).findings())
        .extracting(Finding::message)
        .containsExactly(
            "entry 2900 is in the place of entry 5", "entry 5 is in the place of entry 2900");
    List<byte[]> moved = entries(3000);
    moved.add(1000, moved.remove(2000));
    assertThat(verify(withEntries(export(3000), moved)).findings())
        .extracting(Finding::message)
        .containsExactly("entry 2000 is before entry 1000");
  }

  @Test
  void findsSeveralDifferencesAtOnce() throws IOException {
    List<byte[]> entries = entries(2000);
    entries.set(1700, new byte[] {7});
    entries.remove(900);
    entries.set(300, entries.get(10));
    entries.add(100, new byte[] {9});
    entries.subList(40, 60).clear();
    List<Finding> findings = verify(withEntries(export(2000), entries)).findings();
    assertThat(findings).hasSize(24);
    assertThat(findings.subList(0, 20))
        .extracting(Finding::kind, finding -> finding.entries().orElseThrow())
        .startsWith(tuple(Kind.REMOVED, 40, 40))
        .endsWith(tuple(Kind.REMOVED, 59, 59));
    assertThat(findings.subList(20, 24))
        .extracting(Finding::message)
        .containsExactly(
            "an entry that was not signed is before entry 100",
            "entry 300 is not the one that was signed",
            "entry 900 is missing",
            "entry 1700 is not the one that was signed");
  }

  @Test
  void blamesATileAndNotTheEntriesUnderIt() throws IOException {
    MemoryFiles export = export(1000);
    for (String path : export.map.keySet()) {
      if (path.startsWith("tile/") && !path.startsWith("tile/entries")) {
        MemoryFiles changed = export.copy();
        changed.map.get(path)[40] ^= 1;
        assertThat(verify(changed).findings())
            .extracting(Finding::kind, Finding::path)
            .containsExactly(Tuple.tuple(Kind.TILE, path));
      }
    }
  }

  @Test
  void tellsTheRangeWhenTheTileWasChangedWithTheEntry() throws IOException {
    MemoryFiles export = export(1000);
    List<byte[]> entries = entries(1000);
    entries.set(300, new byte[] {7});
    MemoryFiles forged = new MemoryFiles();
    write(forged, entries);
    MemoryFiles changed = withEntries(export, entries);
    changed.map.put("tile/0/001", forged.map.get("tile/0/001"));
    assertThat(verify(changed).findings())
        .extracting(Finding::kind, Finding::path)
        .containsExactly(
            Tuple.tuple(Kind.TILE, "tile/0/001"), Tuple.tuple(Kind.UNPROVEN, "tile/0/001"));
    assertThat(verify(changed).findings().get(1).entries()).contains(new Entries(256, 511));
    changed.map.put("tile/1/000.p/3", forged.map.get("tile/1/000.p/3"));
    Verdict verdict = verify(changed);
    assertThat(verdict.findings()).extracting(Finding::kind).containsExactly(Kind.UNPROVEN);
    assertThat(verdict.findings().get(0).entries()).contains(new Entries(0, 999));
  }

  @Test
  void refusesAForgedLogWithTheTrueCheckpointAndTheOtherWayRound() throws IOException {
    List<byte[]> entries = entries(600);
    entries.set(17, new byte[] {7});
    MemoryFiles forged = new MemoryFiles();
    write(forged, entries);
    MemoryFiles export = export(600);
    assertThat(verify(forged).intact()).isTrue();
    forged.map.put("checkpoint", export.map.get("checkpoint"));
    assertThat(verify(forged).findings()).extracting(Finding::kind).containsExactly(Kind.UNPROVEN);
    Signer other = Signer.generate(ORIGIN, SignatureType.ED25519);
    export.map.put(
        "checkpoint", new Checkpoint(ORIGIN, 600, Hash.EMPTY_TREE).signed(other).bytes());
    Verdict verdict = verify(export);
    assertThat(verdict.checkpoint()).isEmpty();
    assertThat(verdict.findings())
        .extracting(Finding::message)
        .containsExactly("checkpoint: is not signed by " + LOG.key());
  }

  @Test
  void findsAnOlderOrNewerCheckpoint() throws IOException {
    MemoryFiles export = export(600);
    for (int size : new int[] {0, 1, 256, 512, 599, 601, 70_000}) {
      MemoryFiles other = export.copy();
      other.map.put("checkpoint", export(size).map.get("checkpoint"));
      assertThat(verify(other).intact()).as("size %d", size).isFalse();
    }
  }

  @Test
  void findsFilesThatDoNotBelong() throws IOException {
    for (String path :
        List.of(
            "readme",
            "tile/0/003",
            "tile/0/000.p/9",
            "tile/0/007.p/88",
            "tile/2/000.p/1",
            "tile/entries/7")) {
      MemoryFiles export = export(600);
      export.map.put(path, new byte[32]);
      assertThat(verify(export).findings())
          .extracting(Finding::kind, Finding::path)
          .containsExactly(Tuple.tuple(Kind.STRAY, path));
    }
  }

  /** A tree with two levels of full tiles, of which one of the middle is at fault. */
  @Test
  void provesALogOfThreeLevels() throws IOException {
    int size = 66_100;
    MemoryFiles export = export(size);
    assertThat(verify(export).intact()).isTrue();
    MemoryFiles tile = export.copy();
    tile.map.get("tile/1/000")[0] ^= 1;
    tile.map.get("tile/0/009")[0] ^= 1;
    assertThat(verify(tile).findings())
        .extracting(Finding::path)
        .containsExactly("tile/1/000", "tile/0/009");
    List<byte[]> entries = entries(size);
    entries.set(40_000, new byte[] {7});
    MemoryFiles both = withEntries(tile, entries);
    assertThat(verify(both).findings())
        .extracting(Finding::kind, Finding::path)
        .containsExactly(
            Tuple.tuple(Kind.TILE, "tile/1/000"),
            Tuple.tuple(Kind.UNPROVEN, "tile/1/000"),
            Tuple.tuple(Kind.TILE, "tile/0/009"),
            Tuple.tuple(Kind.CHANGED, "tile/entries/156"));
    assertThat(verify(both).findings().get(1).entries()).contains(new Entries(0, 65_535));
    assertThat(verify(both).findings().get(3).entries()).contains(new Entries(40_000, 40_000));
  }

  @Test
  void stopsWhenThereIsTooMuchToFind() throws IOException {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      entries.add(new byte[] {(byte) i, 1, 2});
    }
    Verdict verdict = verify(withEntries(export(12_000), entries));
    assertThat(verdict.complete()).isFalse();
    assertThat(verdict.intact()).isFalse();
    assertThat(verdict.findings()).hasSize(ExportVerifier.MOST_FINDINGS);
  }

  /** 20 MB of entries without content stand in a bundle for nine. */
  @Test
  void readsNoMoreOfABundleThanItCanHave() throws IOException {
    MemoryFiles export = export(9);
    export.map.put("tile/entries/000.p/9", new byte[20_000_000]);
    assertThat(verify(export).findings())
        .extracting(Finding::message)
        .contains("tile/entries/000.p/9 has more than 512 entries")
        .hasSizeLessThan(520);
  }

  @Test
  void hasAVerdictWhateverTheBytes() throws IOException {
    Random random = new Random(11);
    MemoryFiles export = export(600);
    List<String> paths = List.copyOf(export.map.keySet());
    for (int round = 0; round < 500; round++) {
      MemoryFiles garbled = export.copy();
      for (int i = random.nextInt(3); i >= 0; i--) {
        String path = paths.get(random.nextInt(paths.size()));
        byte[] bytes = garbled.map.get(path);
        int begin = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, begin + 1 + random.nextInt(40));
        for (int at = begin; at < end; at++) {
          bytes[at] = (byte) random.nextInt(256);
        }
        garbled.map.put(path, bytes);
      }
      boolean same =
          paths.stream()
              .allMatch(path -> Arrays.equals(garbled.map.get(path), export.map.get(path)));
      assertThat(verify(garbled).intact()).as("round %d", round).isEqualTo(same);
    }
  }

  private static Tuple tuple(Kind kind, long first, long last) {
    return Tuple.tuple(kind, new Entries(first, last));
  }

  private static Verdict verify(MemoryFiles files) throws IOException {
    return new ExportVerifier(TRUSTED).verify(files);
  }

  private static MemoryFiles export(int size) throws IOException {
    MemoryFiles files = new MemoryFiles();
    write(files, entries(size));
    return files;
  }

  private static List<byte[]> entries(int size) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      entries.add(ByteBuffer.allocate(4).putInt(i).array());
    }
    return entries;
  }

  private static void write(LogFileSink files, List<byte[]> entries) throws IOException {
    TileWriter writer = new TileWriter(files);
    for (byte[] entry : entries) {
      writer.append(entry);
    }
    writer.flush();
    Checkpoint checkpoint = new Checkpoint(ORIGIN, writer.size(), writer.root());
    files.write("checkpoint", checkpoint.signed(LOG).bytes());
  }

  /** The export with these entries in its bundles, the last of which takes what is left. */
  private static MemoryFiles withEntries(MemoryFiles export, List<byte[]> entries) {
    MemoryFiles files = export.copy();
    List<String> bundles =
        export.map.keySet().stream().filter(path -> path.startsWith("tile/entries")).toList();
    for (String path : bundles) {
      int begin = Math.toIntExact(TilePath.parse(path).index() * TilePath.FULL);
      boolean last = path.equals(bundles.get(bundles.size() - 1));
      int end = last ? entries.size() : Math.min(entries.size(), begin + TilePath.FULL);
      files.map.put(path, bundle(entries, Math.min(begin, end), end));
    }
    return files;
  }

  private static byte[] bundle(List<byte[]> entries, int begin, int end) {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    try {
      for (byte[] entry : entries.subList(begin, end)) {
        bundle.write(new byte[] {(byte) (entry.length >> 8), (byte) entry.length});
        bundle.write(entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bundle.toByteArray();
  }
}

package org.shilian.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.MemoryNodes;
import org.shilian.tlog.TreeReader;
import org.shilian.tlog.note.Checkpoint;

class TileTest {
  @Test
  void namesTilesAsTheSpecificationDoes() {
    assertThat(new TilePath(0, 1_234_067, 256)).hasToString("tile/0/x001/x234/067");
    assertThat(new TilePath(0, 0, 256)).hasToString("tile/0/000");
    assertThat(new TilePath(63, 999, 1)).hasToString("tile/63/999.p/1");
    assertThat(new TilePath(1, 1000, 255)).hasToString("tile/1/x001/000.p/255");
    assertThat(new TilePath(TilePath.ENTRIES, 67, 112)).hasToString("tile/entries/067.p/112");
    assertThat(new TilePath(2, 5, 7).full()).hasToString("tile/2/005");
  }

  @Test
  void readsBackEveryName() {
    Random random = new Random(8);
    for (int round = 0; round < 10_000; round++) {
      long index = random.nextLong() >>> (9 + random.nextInt(55));
      TilePath path =
          new TilePath(random.nextInt(65) - 1, index, 1 + random.nextInt(TilePath.FULL));
      assertThat(TilePath.parse(path.toString())).isEqualTo(path);
    }
  }

  @Test
  void refusesNamesThatAreNotSpelledSo() {
    Stream.of(
            "",
            "tile",
            "tile/0",
            "tile/0/",
            "tile/0/67",
            "tile/0/0067",
            "tile/0/x000/067",
            "tile/0/001/067",
            "tile/0/x001/x067",
            "tile/0/x001067",
            "tile/0/-67",
            "tile/00/067",
            "tile/64/067",
            "tile/-1/067",
            "tile/entry/067",
            "tile/0/067.p/0",
            "tile/0/067.p/07",
            "tile/0/067.p/256",
            "tile/0/067.p/",
            "tile/0/067.p/1.p/1",
            "tile/0/067/",
            "tile/0/../067",
            "/tile/0/067",
            "tile/0/x001/x000/x000/x000/x000/x000/000",
            "tile/0/" + "x".repeat(10_000_000))
        .forEach(
            path ->
                assertThatThrownBy(() -> TilePath.parse(path))
                    .as(path.substring(0, Math.min(path.length(), 80)))
                    .isInstanceOf(LogDataException.class));
    assertThatThrownBy(() -> new TilePath(0, -1, 1)).hasMessageStartingWith("tile index -1: ");
  }

  @Test
  void readsBackOrRefusesWhateverNameItIsGiven() {
    Random random = new Random(6);
    String alphabet = "tile/entriesx.p0123456789";
    for (int round = 0; round < 50_000; round++) {
      StringBuilder path = new StringBuilder("tile/0/x001/x234/067.p/12");
      for (int i = random.nextInt(3); i >= 0; i--) {
        path.setCharAt(
            random.nextInt(path.length()), alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        assertThat(TilePath.parse(path.toString())).hasToString(path.toString());
      } catch (LogDataException e) {
        assertThat(e.rule()).isNotEmpty();
      }
    }
  }

  /** The examples of C2SP tlog-tiles, "Partial Tiles". */
  @Test
  void writesTheTilesOfTheSpecificationsExamples() throws IOException {
    MemoryFiles files = write(70_000);
    assertThat(count(files, "tile/0/", false)).isEqualTo(273);
    assertThat(count(files, "tile/entries/", false)).isEqualTo(273);
    assertThat(count(files, "tile/1/", false)).isEqualTo(1);
    assertThat(files.map.keySet().stream().filter(path -> path.contains(".p/")))
        .containsExactlyInAnyOrder(
            "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112");
    assertThat(write(256).map.keySet())
        .containsExactly("tile/0/000", "tile/1/000.p/1", "tile/entries/000");
    assertThat(write(0).map).isEmpty();
  }

  private static long count(MemoryFiles files, String level, boolean partial) {
    return files.map.keySet().stream()
        .filter(path -> path.startsWith(level) && path.contains(".p/") == partial)
        .count();
  }

  @Test
  void hashesEachTileIntoTheOneAbove() throws IOException {
    MemoryFiles files = write(70_000);
    TilePath top = new TilePath(1, 0, 256);
    List<Hash> above = Tile.parse(top, files.map.get(top.toString())).hashes();
    for (int i = 0; i < TilePath.FULL; i++) {
      TilePath path = new TilePath(0, i, 256);
      assertThat(Tile.parse(path, files.map.get(path.toString())).hash()).isEqualTo(above.get(i));
    }
  }

  @Test
  void provesFromTilesWhatItProvesFromAllNodes() throws IOException {
    MemoryNodes nodes = new MemoryNodes();
    CompactTree tree = new CompactTree();
    MemoryFiles files = new MemoryFiles();
    TileWriter writer = new TileWriter(files);
    TreeReader naive = new TreeReader(nodes);
    Random random = new Random(4);
    for (int size = 1; size <= 70_000; size++) {
      byte[] entry = entry(size - 1);
      writer.append(entry);
      long unused = tree.append(Hash.ofLeaf(entry), nodes);
      if (size < 600 || size % 4096 < 2 || size > 69_990) {
        writer.flush();
        assertThat(writer.root()).isEqualTo(tree.root());
        TreeReader reader = new TreeReader(new TileNodes(files, size));
        assertThat(reader.root(size)).isEqualTo(tree.root());
        int index = random.nextInt(size);
        assertThat(reader.inclusionProof(index, size)).isEqualTo(naive.inclusionProof(index, size));
        reader.inclusionProof(index, size).verify(Hash.ofLeaf(entry(index)), tree.root());
        int old = random.nextInt(size + 1);
        assertThat(reader.consistencyProof(old, size)).isEqualTo(naive.consistencyProof(old, size));
        reader.consistencyProof(old, size).verify(naive.root(old), tree.root());
      }
    }
    assertThat(writer.size()).isEqualTo(70_000);
  }

  @Test
  void goesOnFromACheckpoint() throws IOException {
    MemoryFiles whole = write(66_000);
    for (int cut : new int[] {0, 1, 255, 256, 257, 65_535, 65_536, 65_537, 65_999, 66_000}) {
      MemoryFiles files = write(cut);
      TileWriter before = new TileWriter((path, bytes) -> {});
      for (int i = 0; i < cut; i++) {
        before.append(entry(i));
      }
      Checkpoint checkpoint = new Checkpoint("log", cut, before.root());
      TileWriter after = TileWriter.resume(files, checkpoint, files);
      for (int i = cut; i < 66_000; i++) {
        after.append(entry(i));
      }
      after.flush();
      whole.map.forEach((path, bytes) -> assertThat(files.map.get(path)).as(path).isEqualTo(bytes));
    }
  }

  @Test
  void doesNotGoOnFromFilesThatAreNotTheCheckpoints() throws IOException {
    TileWriter writer = new TileWriter((path, bytes) -> {});
    for (int i = 0; i < 300; i++) {
      writer.append(entry(i));
    }
    Checkpoint checkpoint = new Checkpoint("log", 300, writer.root());
    for (String path : List.of("tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44")) {
      MemoryFiles files = write(300);
      files.map.get(path)[9] ^= 1;
      assertThatThrownBy(() -> TileWriter.resume(files, checkpoint, files))
          .as(path)
          .isInstanceOf(LogDataException.class);
      files.map.remove(path);
      assertThatThrownBy(() -> TileWriter.resume(files, checkpoint, files))
          .hasMessage("file " + path + ": is missing");
    }
  }

  @Test
  void knowsTheNodesOfItsTreeOnly() throws IOException {
    MemoryFiles files = write(300);
    TileNodes nodes = new TileNodes(files, 300);
    assertThatThrownBy(() -> nodes.node(0, 300)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nodes.node(8, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nodes.node(64, 0)).isInstanceOf(IllegalArgumentException.class);
    files.map.put("tile/0/001.p/44", new byte[44 * 32 + 1]);
    assertThatThrownBy(() -> nodes.node(0, 256))
        .hasMessage("tile tile/0/001.p/44: has 1409 bytes, not 44 × 32");
    files.map.remove("tile/0/001.p/44");
    assertThatThrownBy(() -> nodes.node(0, 256)).hasMessage("file tile/0/001.p/44: is missing");
    files.map.put("tile/0/001.p/44", new byte[256 * 32 + 1]);
    assertThatThrownBy(() -> nodes.node(0, 256))
        .hasMessage("file tile/0/001.p/44: has more than 8192 bytes");
  }

  @Test
  void readsEntriesOfEveryLengthThatABundleCanHold() throws IOException {
    MemoryFiles files = new MemoryFiles();
    TileWriter writer = new TileWriter(files);
    int[] lengths = {0, 1, 255, 256, 0xffff, 0};
    for (int length : lengths) {
      writer.append(new byte[length]);
    }
    writer.flush();
    assertThat(lengths(files.map.get("tile/entries/000.p/6")))
        .containsExactly(0, 1, 255, 256, 65535, 0);
    assertThatThrownBy(() -> writer.append(new byte[0x10000]))
        .hasMessage("entry 65536 bytes: is longer than 65535");
    assertThat(writer.size()).isEqualTo(6);
  }

  @Test
  void refusesBundlesThatEndTooEarly() {
    assertThatThrownBy(() -> lengths(new byte[] {0, 1, 9, 0}))
        .hasMessage("bundle b: ends within the length of an entry");
    assertThatThrownBy(() -> lengths(new byte[] {0, 2, 9}))
        .hasMessage("bundle b: ends after 1 of the 2 bytes of an entry");
  }

  private static List<Integer> lengths(byte[] bundle) throws IOException {
    List<Integer> lengths = new ArrayList<>();
    try (EntryReader reader = new EntryReader(new ByteArrayInputStream(bundle), "b")) {
      for (byte[] entry = reader.next(); entry != null; entry = reader.next()) {
        lengths.add(entry.length);
      }
    }
    return lengths;
  }

  @Test
  void keepsALogInADirectory(@TempDir Path directory) throws IOException {
    DirectoryFiles files = new DirectoryFiles(directory.resolve("export"));
    TileWriter writer = new TileWriter(files);
    for (int i = 0; i < 300; i++) {
      writer.append(entry(i));
    }
    writer.flush();
    writer.flush();
    try (Stream<String> paths = files.paths()) {
      assertThat(paths).containsExactlyInAnyOrderElementsOf(write(300).map.keySet());
    }
    for (String path : write(300).map.keySet()) {
      assertThat(files.read(path, 1 << 20)).isEqualTo(write(300).map.get(path));
    }
    assertThat(files.open("tile/0/002")).isEmpty();
    assertThat(files.open("tile")).isEmpty();
  }

  private static MemoryFiles write(int size) throws IOException {
    MemoryFiles files = new MemoryFiles();
    TileWriter writer = new TileWriter(files);
    for (int i = 0; i < size; i++) {
      writer.append(entry(i));
    }
    writer.flush();
    return files;
  }

  private static byte[] entry(int i) {
    return ByteBuffer.allocate(4).putInt(i).array();
  }
}

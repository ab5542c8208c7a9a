package org.shilian.tlog.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;

class TileEdgeTest {
  private static final int ENTRIES = 66_000;

  @Test
  void hasTheRootsOfTheCompactTree() {
    TileEdge edge = new TileEdge();
    CompactTree tree = new CompactTree();
    assertThat(edge.root()).isEqualTo(Hash.EMPTY_TREE);
    for (int i = 0; i < ENTRIES; i++) {
      assertThat(edge.append(leaf(i), (path, tile) -> {})).isEqualTo(tree.append(leaf(i)));
      if (i < 600 || i % 97 == 0 || i > 65_500) {
        assertThat(edge.root()).as("size %d", i + 1).isEqualTo(tree.root());
      }
    }
  }

  @Test
  void goesOnFromItsBytesAtAnySizeWithTheTilesOfAWholeWriter() throws IOException {
    MemoryFiles expected = new MemoryFiles();
    TileWriter writer = new TileWriter(expected);
    MemoryFiles files = new MemoryFiles();
    TileEdge edge = new TileEdge();
    Random random = new Random(4);
    int next = 0;
    while (next < ENTRIES) {
      edge = TileEdge.of(edge.size(), edge.bytes());
      int until = Math.min(ENTRIES, next + 1 + random.nextInt(3000));
      for (; next < until; next++) {
        writer.append(entry(next));
        long unused =
            edge.append(leaf(next), (path, tile) -> files.map.put(path.toString(), tile.bytes()));
      }
    }
    writer.flush();
    edge.partials().forEach(one -> files.map.put(one.path().toString(), one.tile().bytes()));
    expected.map.keySet().removeIf(path -> path.startsWith("tile/entries"));
    assertThat(files.map).containsExactlyEntriesOf(expected.map);
    assertThat(edge.root()).isEqualTo(writer.root());
  }

  @Test
  void refusesBytesThatAreNotOfThatSize() {
    TileEdge edge = new TileEdge();
    for (int i = 0; i < 300; i++) {
      long unused = edge.append(leaf(i), (path, tile) -> {});
    }
    byte[] bytes = edge.bytes();
    assertThat(bytes).hasSize(45 * Hash.LENGTH);
    for (long size : new long[] {-1, 0, 299, 301, 44, Long.MAX_VALUE}) {
      assertThatThrownBy(() -> TileEdge.of(size, bytes)).isInstanceOf(LogDataException.class);
    }
  }

  private static byte[] entry(int i) {
    return ByteBuffer.allocate(4).putInt(i).array();
  }

  private static Hash leaf(int i) {
    return Hash.ofLeaf(entry(i));
  }
}

package org.shilian.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTest {
  /** The entries and roots that implementations of Certificate Transparency are tested with. */
  private static final List<String> ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> ROOTS =
      List.of(
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  private static final int MANY = 130;

  private final CompactTree tree = new CompactTree();
  private final MemoryNodes nodes = new MemoryNodes();
  private final TreeReader reader = new TreeReader(nodes);
  private final List<Hash> leaves = new ArrayList<>();

  @Test
  void hashesAsPublished() {
    assertThat(Hash.EMPTY_TREE).hasToString(ROOTS.get(0));
    assertThat(Hash.ofLeaf("L123456".getBytes(StandardCharsets.UTF_8)))
        .hasToString("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  void growsThroughThePublishedRoots() {
    assertThat(tree.root()).hasToString(ROOTS.get(0));
    appendPublishedEntries();
    for (int size = 0; size < ROOTS.size(); size++) {
      assertThat(reader.root(size)).hasToString(ROOTS.get(size));
    }
    assertThat(tree.root()).hasToString(ROOTS.get(8));
    assertThat(tree.size()).isEqualTo(8);
  }

  @Test
  void provesInclusionAsPublished() {
    appendPublishedEntries();
    assertThat(reader.inclusionProof(0, 1).path()).isEmpty();
    assertThat(reader.inclusionProof(0, 8).path())
        .containsExactly(
            Hash.fromHex("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
            Hash.fromHex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            Hash.fromHex("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    assertThat(reader.inclusionProof(5, 8).path())
        .containsExactly(
            Hash.fromHex("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"),
            Hash.fromHex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            Hash.fromHex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(reader.inclusionProof(2, 3).path()).containsExactly(Hash.fromHex(ROOTS.get(2)));
    assertThat(reader.inclusionProof(1, 5).path())
        .containsExactly(
            Hash.fromHex("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
            Hash.fromHex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            Hash.fromHex("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  @Test
  void provesConsistencyAsPublished() {
    appendPublishedEntries();
    assertThat(reader.consistencyProof(1, 1).path()).isEmpty();
    assertThat(reader.consistencyProof(1, 8).path())
        .containsExactly(
            Hash.fromHex("96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"),
            Hash.fromHex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            Hash.fromHex("6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"));
    assertThat(reader.consistencyProof(6, 8).path())
        .containsExactly(
            Hash.fromHex("0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"),
            Hash.fromHex("ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"),
            Hash.fromHex("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"));
    assertThat(reader.consistencyProof(2, 5).path())
        .containsExactly(
            Hash.fromHex("5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"),
            Hash.fromHex("bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"));
  }

  /** RFC 6962, section 2.1.3, names the nodes of a tree with seven entries by letters. */
  @Test
  void provesWhatTheExamplesOfTheRfcProve() {
    appendPublishedEntries();
    Hash g = Hash.ofNode(leaves.get(0), leaves.get(1));
    Hash h = Hash.ofNode(leaves.get(2), leaves.get(3));
    Hash i = Hash.ofNode(leaves.get(4), leaves.get(5));
    Hash j = leaves.get(6);
    Hash k = Hash.ofNode(g, h);
    Hash l = Hash.ofNode(i, j);
    assertThat(reader.root(7)).isEqualTo(Hash.ofNode(k, l));
    assertThat(reader.inclusionProof(0, 7).path()).containsExactly(leaves.get(1), h, l);
    assertThat(reader.inclusionProof(3, 7).path()).containsExactly(leaves.get(2), g, l);
    assertThat(reader.inclusionProof(4, 7).path()).containsExactly(leaves.get(5), j, k);
    assertThat(reader.inclusionProof(6, 7).path()).containsExactly(i, k);
    assertThat(reader.consistencyProof(3, 7).path())
        .containsExactly(leaves.get(2), leaves.get(3), g, l);
    assertThat(reader.consistencyProof(4, 7).path()).containsExactly(l);
    assertThat(reader.consistencyProof(6, 7).path()).containsExactly(i, j, k);
  }

  @Test
  void hasTheRootOfTheDefinitionAtEverySize() {
    appendMany();
    CompactTree growing = new CompactTree();
    for (int size = 0; size <= MANY; size++) {
      Hash defined = merkleTreeHash(leaves.subList(0, size));
      assertThat(reader.root(size)).isEqualTo(defined);
      assertThat(growing.root()).isEqualTo(defined);
      if (size < MANY) {
        assertThat(growing.append(leaves.get(size))).isEqualTo(size);
      }
    }
  }

  @Test
  void provesEveryEntryInEveryTree() {
    appendMany();
    for (int size = 1; size <= MANY; size++) {
      Hash root = reader.root(size);
      for (int index = 0; index < size; index++) {
        reader.inclusionProof(index, size).verify(leaves.get(index), root);
      }
    }
  }

  @Test
  void provesThatEveryTreeGrewFromEveryOther() {
    appendMany();
    for (int newSize = 0; newSize <= MANY; newSize++) {
      for (int oldSize = 0; oldSize <= newSize; oldSize++) {
        reader
            .consistencyProof(oldSize, newSize)
            .verify(reader.root(oldSize), reader.root(newSize));
      }
    }
  }

  @Test
  void refusesInclusionProofsWithAnythingChanged() {
    appendMany();
    Random random = new Random(6962);
    for (int round = 0; round < 500; round++) {
      int size = 1 + random.nextInt(MANY);
      int index = random.nextInt(size);
      Hash leaf = leaves.get(index);
      Hash root = reader.root(size);
      InclusionProof proof = reader.inclusionProof(index, size);
      assertRefused(proof, Hash.ofLeaf(new byte[] {1, 2}), root);
      assertRefused(proof, leaf, Hash.EMPTY_TREE);
      for (List<Hash> path : changed(proof.path(), root, random)) {
        assertRefused(new InclusionProof(index, size, path), leaf, root);
      }
      int other = random.nextInt(size);
      if (other != index) {
        assertRefused(new InclusionProof(other, size, proof.path()), leaf, root);
      }
    }
  }

  @Test
  void refusesConsistencyProofsWithAnythingChanged() {
    appendMany();
    Random random = new Random(9162);
    for (int round = 0; round < 500; round++) {
      int newSize = 2 + random.nextInt(MANY - 1);
      int oldSize = 1 + random.nextInt(newSize - 1);
      Hash oldRoot = reader.root(oldSize);
      Hash newRoot = reader.root(newSize);
      ConsistencyProof proof = reader.consistencyProof(oldSize, newSize);
      assertRefused(proof, Hash.EMPTY_TREE, newRoot);
      assertRefused(proof, oldRoot, Hash.EMPTY_TREE);
      assertRefused(proof, newRoot, oldRoot);
      for (List<Hash> path : changed(proof.path(), newRoot, random)) {
        assertRefused(new ConsistencyProof(oldSize, newSize, path), oldRoot, newRoot);
      }
      assertRefused(new ConsistencyProof(oldSize, newSize, List.of()), oldRoot, newRoot);
    }
  }

  @Test
  void refusesATreeThatReplacedAnEntry() {
    appendMany();
    MemoryNodes forgedNodes = new MemoryNodes();
    CompactTree forged = new CompactTree();
    for (int i = 0; i < MANY; i++) {
      long unused =
          forged.append(i == 17 ? Hash.ofLeaf(new byte[] {9}) : leaves.get(i), forgedNodes);
    }
    TreeReader forger = new TreeReader(forgedNodes);
    assertRefused(forger.consistencyProof(100, MANY), reader.root(100), forged.root());
    forger.consistencyProof(100, MANY).verify(forger.root(100), forged.root());
  }

  @Test
  void refusesProofsOfTrivialGrowthThatAreNotTrivial() {
    Hash root = Hash.fromHex(ROOTS.get(3));
    new ConsistencyProof(3, 3, List.of()).verify(root, root);
    new ConsistencyProof(0, 3, List.of()).verify(Hash.EMPTY_TREE, root);
    assertRefused(new ConsistencyProof(3, 3, List.of(root)), root, root);
    assertRefused(new ConsistencyProof(3, 3, List.of()), root, Hash.EMPTY_TREE);
    assertRefused(new ConsistencyProof(0, 3, List.of()), root, root);
    assertRefused(new ConsistencyProof(0, 0, List.of()), Hash.EMPTY_TREE, root);
    assertThatThrownBy(() -> new ConsistencyProof(3, 3, List.of(root)).verify(root, root))
        .hasMessage("consistency proof from size 3 to 3: has 1 hashes, which is too many");
  }

  @Test
  void answersForTreesOfAnySize() {
    long size = Long.MAX_VALUE;
    TreeReader sparse = new TreeReader((level, index) -> uniform(level));
    InclusionProof first = sparse.inclusionProof(0, size);
    first.verify(uniform(0), sparse.root(size));
    sparse.inclusionProof(size - 1, size).verify(uniform(0), sparse.root(size));
    sparse.consistencyProof(size - 7, size).verify(sparse.root(size - 7), sparse.root(size));
    assertRefused(new InclusionProof(1, size, first.path()), uniform(1), sparse.root(size));
  }

  @Test
  void goesOnFromItsPeaks() {
    appendMany();
    for (int cut : new int[] {0, 1, 7, 64, 100, MANY}) {
      CompactTree before = new CompactTree();
      leaves.subList(0, cut).forEach(leaf -> assertThat(before.append(leaf)).isNotNegative());
      CompactTree after = new CompactTree(before.size(), before.peaks());
      leaves.subList(cut, MANY).forEach(leaf -> assertThat(after.append(leaf)).isNotNegative());
      assertThat(after.root()).isEqualTo(tree.root());
      assertThat(after.peaks()).isEqualTo(tree.peaks()).hasSize(Integer.bitCount(MANY));
    }
    assertThatThrownBy(() -> new CompactTree(5, List.of(Hash.EMPTY_TREE)))
        .hasMessage("tree of size 5: cannot have 1 peaks");
    assertThatThrownBy(() -> new CompactTree(-1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void staysAsItWasWhenItsNodesCannotBeStored() {
    appendPublishedEntries();
    Hash root = tree.root();
    NodeSink broken =
        (level, index, hash) -> {
          throw new IllegalStateException("disk full");
        };
    assertThatThrownBy(() -> tree.append(leaves.get(0), broken)).hasMessage("disk full");
    assertThat(tree.size()).isEqualTo(8);
    assertThat(tree.root()).isEqualTo(root);
  }

  @Test
  void refusesQuestionsWithoutAnAnswer() {
    appendPublishedEntries();
    assertThatThrownBy(() -> reader.inclusionProof(8, 8))
        .hasMessage("entry 8: is not in a tree of size 8");
    assertThatThrownBy(() -> reader.inclusionProof(-1, 8))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reader.consistencyProof(9, 8))
        .hasMessage("tree sizes 9 and 8: are not in order");
    assertThatThrownBy(() -> reader.root(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reader.root(9)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nodes.completed(0, 9, Hash.EMPTY_TREE))
        .hasMessage("node 9 of level 0: expected node 8");
    assertThatThrownBy(() -> Hash.of(new byte[31])).hasMessage("hash: has 31 bytes, expected 32");
    assertThatThrownBy(() -> Hash.fromHex("xy")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsHashesFromBeingChanged() {
    byte[] bytes = new byte[Hash.LENGTH];
    Hash hash = Hash.of(bytes);
    bytes[0] = 1;
    hash.bytes()[1] = 1;
    assertThat(hash)
        .isEqualTo(Hash.of(new byte[Hash.LENGTH]))
        .isEqualTo(Hash.fromHex("00".repeat(32)));
    assertThat(hash).isNotEqualTo(Hash.of(bytes));
  }

  private void appendPublishedEntries() {
    ENTRIES.forEach(entry -> append(HexFormat.of().parseHex(entry)));
  }

  private void appendMany() {
    IntStream.range(0, MANY).forEach(i -> append(new byte[] {(byte) i}));
  }

  private void append(byte[] entry) {
    Hash leaf = Hash.ofLeaf(entry);
    assertThat(tree.append(leaf, nodes)).isEqualTo(leaves.size());
    leaves.add(leaf);
  }

  /** The definition of RFC 6962, section 2.1, word for word. */
  private static Hash merkleTreeHash(List<Hash> leaves) {
    if (leaves.isEmpty()) {
      return Hash.EMPTY_TREE;
    }
    if (leaves.size() == 1) {
      return leaves.get(0);
    }
    int k = 1;
    while (2 * k < leaves.size()) {
      k *= 2;
    }
    return Hash.ofNode(
        merkleTreeHash(leaves.subList(0, k)), merkleTreeHash(leaves.subList(k, leaves.size())));
  }

  /** The nodes of a tree in which all leaves are equal. */
  private static Hash uniform(int level) {
    Hash hash = Hash.ofLeaf(new byte[0]);
    for (int i = 0; i < level; i++) {
      hash = Hash.ofNode(hash, hash);
    }
    return hash;
  }

  /** Paths that differ in one thing: a hash more, a hash less, a bit flipped. */
  private static List<List<Hash>> changed(List<Hash> path, Hash root, Random random) {
    List<List<Hash>> changed = new ArrayList<>();
    for (int at : new int[] {0, path.size()}) {
      List<Hash> longer = new ArrayList<>(path);
      longer.add(at, root);
      changed.add(longer);
    }
    if (!path.isEmpty()) {
      changed.add(path.subList(1, path.size()));
      changed.add(path.subList(0, path.size() - 1));
      int at = random.nextInt(path.size());
      byte[] bytes = path.get(at).bytes();
      bytes[random.nextInt(Hash.LENGTH)] ^= (byte) (1 << random.nextInt(8));
      List<Hash> flipped = new ArrayList<>(path);
      flipped.set(at, Hash.of(bytes));
      changed.add(flipped);
    }
    return changed;
  }

  private static void assertRefused(InclusionProof proof, Hash leaf, Hash root) {
    assertThatThrownBy(() -> proof.verify(leaf, root)).isInstanceOf(ProofException.class);
  }

  private static void assertRefused(ConsistencyProof proof, Hash oldRoot, Hash newRoot) {
    assertThatThrownBy(() -> proof.verify(oldRoot, newRoot)).isInstanceOf(ProofException.class);
  }
}

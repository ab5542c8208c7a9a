package org.shilian.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.Hash;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.MemoryNodes;
import org.shilian.tlog.ProofException;
import org.shilian.tlog.TreeReader;

class LogProofTest {
  private static final int SIZE = 13;
  private static final TrustedLog TRUSTED = new TrustedLog(Keys.LOG.key().name(), Keys.LOG.key());

  @Test
  void provesEveryEntryAndReadsBackWhatItWrites() {
    for (int i = 0; i < SIZE; i++) {
      LogProof proof = proof(i);
      LogProof read = LogProof.parse(proof.toString().getBytes(UTF_8));
      assertThat(read).hasToString(proof.toString());
      assertThat(read.verify(TRUSTED).size()).isEqualTo(SIZE);
      assertThat(new String(read.entry(), UTF_8)).isEqualTo("entry " + i);
    }
  }

  @Test
  void isWrittenAsTheSpecificationShows() {
    List<String> lines = proof(8).toString().lines().toList();
    assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
    assertThat(lines.get(1)).isEqualTo("extra ZW50cnkgOA==");
    assertThat(lines.get(2)).isEqualTo("index 8");
    assertThat(lines.subList(3, 7)).allSatisfy(line -> assertThat(line).hasSize(44));
    assertThat(lines.subList(7, 10)).containsExactly("", "log.example/ledger/0", "13");
  }

  @Test
  void provesNothingWithAnyByteChanged() {
    byte[] proof = proof(5).toString().getBytes(UTF_8);
    for (int at = 0; at < proof.length; at++) {
      byte[] changed = proof.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> LogProof.parse(changed).verify(TRUSTED))
          .as("byte %d", at)
          .isInstanceOfAny(LogDataException.class, ProofException.class);
    }
  }

  @Test
  void refusesWhatIsNoProof() {
    String whole = proof(5).toString();
    Stream.of(
            "",
            "\n\n",
            whole.replace("index 5", "index 05"),
            whole.replace("index 5", "index -5"),
            whole.replace("index 5", "index 13"),
            whole.replace("index 5", "index 9223372036854775808"),
            whole.replaceFirst("extra .*\n", ""),
            whole.substring(0, whole.indexOf("\n\n")),
            whole.replace("index 5\n", "index 5\n" + "A".repeat(43) + "=\n"))
        .forEach(
            text ->
                assertThatThrownBy(() -> LogProof.parse(text.getBytes(UTF_8)).verify(TRUSTED))
                    .as(text)
                    .isInstanceOfAny(LogDataException.class, ProofException.class));
  }

  private static LogProof proof(int index) {
    MemoryNodes nodes = new MemoryNodes();
    CompactTree tree = new CompactTree();
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      entries.add(("entry " + i).getBytes(UTF_8));
      long unused = tree.append(Hash.ofLeaf(entries.get(i)), nodes);
    }
    Checkpoint checkpoint = new Checkpoint(Keys.LOG.key().name(), SIZE, tree.root());
    return new LogProof(
        entries.get(index),
        index,
        new TreeReader(nodes).inclusionProof(index, SIZE).path(),
        checkpoint.signed(Keys.LOG));
  }
}

package org.shilian.tlog.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shilian.tlog.Hash;
import org.shilian.tlog.InclusionProof;
import org.shilian.tlog.LogDataException;

/**
 * A proof that an entry is in a log, complete enough to be checked without a network (C2SP
 * tlog-proof). What it carries as extra data is the entry itself, so that a proof says what it
 * proves; nothing of it is trusted before {@link #verify}.
 *
 * @param entry the entry's bytes
 * @param index the entry's, counted from 0
 * @param path as in {@link InclusionProof}
 * @param checkpoint a signed note
 */
public record LogProof(byte[] entry, long index, List<Hash> path, SignedNote checkpoint) {
  /** The size of the longest proof that is read, in bytes. */
  public static final int LONGEST = 2 * SignedNote.LONGEST;

  private static final String HEAD = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";
  private static final int MOST_HASHES = Long.SIZE;

  /** Keeps copies. */
  public LogProof {
    entry = entry.clone();
    path = List.copyOf(path);
  }

  /** A copy of the entry's bytes. */
  @Override
  public byte[] entry() {
    return entry.clone();
  }

  /**
   * Reads a proof, in time that grows with its length.
   *
   * @throws LogDataException if it is malformed or has no entry
   */
  public static LogProof parse(byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new LogDataException("proof", bytes.length + " bytes", "is longer than " + LONGEST);
    }
    String text = Text.decode("proof", bytes);
    int blank = text.indexOf("\n\n");
    if (blank < 0) {
      throw new LogDataException("proof", "", "has no blank line before a checkpoint");
    }
    List<String> lines = text.substring(0, blank).lines().toList();
    if (lines.size() < 3 || !lines.get(0).equals(HEAD)) {
      throw new LogDataException("proof", "", "does not begin as a " + HEAD + " with an entry");
    }
    byte[] entry = Text.base64("entry", after(EXTRA, lines.get(1)));
    long index = Text.decimal("index", after(INDEX, lines.get(2)));
    if (lines.size() - 3 > MOST_HASHES) {
      throw new LogDataException("proof", "", "has more than " + MOST_HASHES + " hashes");
    }
    List<Hash> path = new ArrayList<>();
    for (String line : lines.subList(3, lines.size())) {
      path.add(Text.hash("hash", line));
    }
    return new LogProof(
        entry,
        index,
        path,
        SignedNote.parse(text.substring(blank + 2).getBytes(StandardCharsets.UTF_8)));
  }

  private static String after(String word, String line) {
    if (!line.startsWith(word)) {
      throw new LogDataException("proof", line, "does not begin with '" + word + "'");
    }
    return line.substring(word.length());
  }

  /**
   * Checks the proof.
   *
   * @param log whose word is taken
   * @return the checkpoint of the tree that has the entry
   * @throws LogDataException if the checkpoint is not one of this log
   * @throws org.shilian.tlog.ProofException if the entry is not shown to be in its tree
   */
  public Checkpoint verify(TrustedLog log) {
    Checkpoint signed = log.open(checkpoint.bytes());
    if (index >= signed.size()) {
      throw new LogDataException(
          "index", Long.toString(index), "is not in a tree of size " + signed.size());
    }
    new InclusionProof(index, signed.size(), path).verify(Hash.ofLeaf(entry), signed.root());
    return signed;
  }

  /** The proof as it travels. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    text.append(EXTRA).append(Text.base64(entry)).append('\n');
    text.append(INDEX).append(index).append('\n');
    path.forEach(hash -> text.append(Text.base64(hash.bytes())).append('\n'));
    return text.append('\n').append(checkpoint).toString();
  }
}

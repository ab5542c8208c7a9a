package org.shilian.tlog.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.shilian.tlog.LogDataException;

/**
 * Whose word is taken for a log: its own key and, if wanted, so many of these witnesses. Witnesses
 * keep a log from showing different trees to different people.
 *
 * @param origin which log
 * @param logKey the key that MUST have signed, from a source that is trusted
 * @param witnesses the keys of the witnesses that count
 * @param quorum how many of them MUST have cosigned; 0 asks for none
 */
public record TrustedLog(
    String origin, VerifierKey logKey, List<VerifierKey> witnesses, int quorum) {
  /**
   * Checks that a checkpoint can satisfy it.
   *
   * @throws IllegalArgumentException if the quorum is negative or larger than the number of
   *     witnesses, a witness's name or key is there twice or is the log's, or a key is of the wrong
   *     type
   */
  public TrustedLog {
    witnesses = List.copyOf(witnesses);
    Set<String> names = new TreeSet<>();
    Set<String> keys = new TreeSet<>(Set.of(Text.base64(logKey.publicKey())));
    for (VerifierKey witness : witnesses) {
      if (!names.add(witness.name()) || !keys.add(Text.base64(witness.publicKey()))) {
        throw new IllegalArgumentException("witness " + witness.name() + ": is not a further one");
      }
      if (witness.type() != SignatureType.COSIGNATURE) {
        throw new IllegalArgumentException("witness " + witness.name() + ": does not cosign");
      }
    }
    if (logKey.type() != SignatureType.ED25519) {
      throw new IllegalArgumentException("log key " + logKey.name() + ": is a witness's");
    }
    if (quorum < 0 || quorum > witnesses.size()) {
      throw new IllegalArgumentException(
          "quorum " + quorum + ": not of " + witnesses.size() + " witnesses");
    }
  }

  /** A log that is taken at its own word. */
  public TrustedLog(String origin, VerifierKey logKey) {
    this(origin, logKey, List.of(), 0);
  }

  /**
   * Reads a checkpoint of this log.
   *
   * @throws LogDataException if it is malformed, not signed as wanted, or of another log; a
   *     signature of a key given here that does not verify refuses the whole
   */
  public Checkpoint open(byte[] note) {
    SignedNote signed = SignedNote.parse(note);
    List<VerifierKey> keys = new ArrayList<>(witnesses);
    keys.add(logKey);
    Set<String> signers = new TreeSet<>();
    signed.verify(keys).forEach(one -> signers.add(one.key().toString()));
    if (!signers.remove(logKey.toString())) {
      throw new LogDataException("checkpoint", "", "is not signed by " + logKey);
    }
    if (signers.size() < quorum) {
      throw new LogDataException(
          "checkpoint", "", "has " + signers.size() + " cosignatures, expected " + quorum);
    }
    Checkpoint checkpoint = Checkpoint.parse(signed.text());
    if (!checkpoint.origin().equals(origin)) {
      throw new LogDataException("origin", checkpoint.origin(), "expected " + origin);
    }
    return checkpoint;
  }
}

package org.shilian.ledger.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shilian.problem.ProblemException;
import org.shilian.problem.ProblemType;
import org.shilian.problem.Violation;
import org.shilian.tlog.LogDataException;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.NoteSignature;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.note.VerifierKey;

/** Takes in what witnesses signed. */
final class Cosigning {
  private static final int MOST_ATTEMPTS = 10;

  private final LogStore store;
  private final LogKeys keys;

  Cosigning(LogStore store, LogKeys keys) {
    this.store = store;
    this.keys = keys;
  }

  /**
   * Adds the cosignatures of a note to those that are there of the same checkpoint.
   *
   * @return the checkpoint with all of them
   * @throws ProblemException INVALID_INPUT if the log did not sign it or no witness did; CONFLICT
   *     if one of a later checkpoint is there
   */
  SignedNote add(StoredLog log, String text) {
    SignedNote note = trusted(log, text);
    long size = Checkpoint.parse(note.text()).size();
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      StoredLog now = store.log(log.topic(), log.partition()).orElse(log);
      StoredLog.Signed before = now.cosigned();
      if (before != null && before.size() > size) {
        throw new ProblemException(
            ProblemType.CONFLICT, "a checkpoint of size " + before.size() + " is cosigned already");
      }
      SignedNote together = note;
      if (before != null && before.size() == size) {
        together = SignedNote.parse(before.note().getBytes(StandardCharsets.UTF_8));
        for (NoteSignature signature : note.signatures()) {
          together = together.with(signature);
        }
      }
      String old = before == null ? null : before.note();
      if (store.keepCosigned(now, old, size, together.toString())) {
        return together;
      }
    }
    throw new ProblemException(ProblemType.UNAVAILABLE, "too many witnesses at once; try again");
  }

  /** The note with the signatures alone that count here: the log's own, and those of witnesses. */
  private SignedNote trusted(StoredLog log, String text) {
    Signer signer =
        keys.of(log.topic(), log.partition())
            .orElseThrow(
                () -> new ProblemException(ProblemType.UNAVAILABLE, "no log is signed here"));
    try {
      SignedNote note = SignedNote.parse(text.getBytes(StandardCharsets.UTF_8));
      if (note.verify(List.of(signer.key())).isEmpty()) {
        throw refused("is not a checkpoint that " + signer.key().name() + " signed");
      }
      Checkpoint unused = Checkpoint.parse(note.text());
      SignedNote counting = SignedNote.unsigned(note.text());
      List<VerifierKey> counted = new ArrayList<>(keys.witnesses());
      counted.add(signer.key());
      boolean witnessed = false;
      for (NoteSignature signature : note.signatures()) {
        for (VerifierKey key : counted) {
          boolean its =
              !new SignedNote(note.text(), List.of(signature)).verify(List.of(key)).isEmpty();
          if (its) {
            counting = counting.with(signature);
            witnessed |= !key.equals(signer.key());
          }
        }
      }
      if (!witnessed) {
        throw refused("has no cosignature of a witness in shilian.log.witnesses");
      }
      return counting;
    } catch (LogDataException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException refused(String rule) {
    return ProblemException.invalid(List.of(new Violation("", null, rule)));
  }
}

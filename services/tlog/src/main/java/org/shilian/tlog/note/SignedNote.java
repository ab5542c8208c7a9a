package org.shilian.tlog.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shilian.tlog.LogDataException;

/**
 * A text and signature lines under it (C2SP signed-note, "Format"). The text MUST be ignored until
 * {@link #verify} has found a signature of a trusted key.
 *
 * @param text ends with a newline
 * @param signatures in the order of the lines; at least one and at most 64 when read
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** The size of the longest note that is read, in bytes. */
  public static final int LONGEST = 1 << 20;

  /** How many signatures are read; the specification wants at least 16 of them. */
  public static final int MOST_SIGNATURES = 64;

  /**
   * Checks that the text can be a note's.
   *
   * @throws LogDataException if the text does not end with a newline or has control characters
   */
  public SignedNote {
    Text.requireNoControls("note", text);
    if (!text.endsWith("\n")) {
      throw new LogDataException("note", text, "does not end with a newline");
    }
    signatures = List.copyOf(signatures);
  }

  /** A text that nobody signed yet. */
  public static SignedNote unsigned(String text) {
    return new SignedNote(text, List.of());
  }

  /**
   * Reads a note, in time that grows with its length.
   *
   * @throws LogDataException if it is malformed, longer than {@link #LONGEST} or signed more than
   *     {@link #MOST_SIGNATURES} times
   */
  public static SignedNote parse(byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new LogDataException("note", bytes.length + " bytes", "is longer than " + LONGEST);
    }
    String note = Text.decode("note", bytes);
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0) {
      throw new LogDataException("note", note, "has no blank line");
    }
    if (!note.endsWith("\n")) {
      throw new LogDataException("note", note, "does not end with a newline");
    }
    List<NoteSignature> signatures = new ArrayList<>();
    int begin = blank + 2;
    while (begin < note.length()) {
      if (signatures.size() == MOST_SIGNATURES) {
        throw new LogDataException("note", "", "has more than " + MOST_SIGNATURES + " signatures");
      }
      int end = note.indexOf('\n', begin);
      signatures.add(NoteSignature.parse(note.substring(begin, end)));
      begin = end + 1;
    }
    if (signatures.isEmpty()) {
      throw new LogDataException("note", note, "has no signature");
    }
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /** The same with one more signature, in place of what it had from the same key. */
  public SignedNote with(NoteSignature signature) {
    List<NoteSignature> more = new ArrayList<>(signatures);
    more.removeIf(one -> one.key().equals(signature.key()));
    more.add(signature);
    return new SignedNote(text, more);
  }

  /**
   * The signatures that these keys made of the text. Lines of other keys are passed over, even if
   * they share a name or an id with one of these.
   *
   * @return one for each line of one of the keys, in the order of the lines; may be empty, and then
   *     the text means nothing
   * @throws LogDataException if a line of one of the keys does not verify
   */
  public List<VerifiedSignature> verify(Collection<VerifierKey> keys) {
    List<VerifiedSignature> verified = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : keys) {
        if (key.made(signature)) {
          verified.add(new VerifiedSignature(key, key.verify(text, signature)));
        }
      }
    }
    return verified;
  }

  /** The note as it travels, in UTF-8. */
  public byte[] bytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The note as it travels. */
  @Override
  public String toString() {
    StringBuilder note = new StringBuilder(text).append('\n');
    signatures.forEach(signature -> note.append(signature).append('\n'));
    return note.toString();
  }
}

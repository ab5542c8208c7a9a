package org.shilian.tlog.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.shilian.tlog.LogDataException;

/**
 * A signature line of a note, of a key that may be unknown (C2SP signed-note, "Format"): nothing in
 * it is proven. Immutable.
 */
public final class NoteSignature {
  private static final String DASH = "— ";

  private final String name;
  private final int keyId;
  private final byte[] payload;

  /**
   * @param name of the key
   * @param keyId of the key
   * @param payload what the key made of the text, in the form of its type; copied
   * @throws LogDataException if no key can have this name
   */
  public NoteSignature(String name, int keyId, byte[] payload) {
    Text.requireKeyName(name);
    this.name = name;
    this.keyId = keyId;
    this.payload = payload.clone();
  }

  /** Reads a line without its newline. */
  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new LogDataException(
          "signature line", line, "is not of the form em dash, key name, base64");
    }
    byte[] blob = Text.base64("signature", line.substring(space + 1));
    if (blob.length < Integer.BYTES) {
      throw new LogDataException("signature", line, "is too short to have a key id");
    }
    return new NoteSignature(
        line.substring(DASH.length(), space),
        ByteBuffer.wrap(blob).getInt(),
        Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
  }

  /** The name of the key that is said to have signed. */
  public String name() {
    return name;
  }

  /** The id of that key. */
  public int keyId() {
    return keyId;
  }

  /** A copy of what the key made of the text. */
  public byte[] payload() {
    return payload.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteSignature signature
        && name.equals(signature.name)
        && keyId == signature.keyId
        && Arrays.equals(payload, signature.payload);
  }

  @Override
  public int hashCode() {
    return keyId;
  }

  /** The signature line, without its newline. */
  @Override
  public String toString() {
    ByteBuffer blob = ByteBuffer.allocate(Integer.BYTES + payload.length);
    blob.putInt(keyId).put(payload);
    return DASH + name + " " + Text.base64(blob.array());
  }

  /** Name and id, as verifier keys write them. */
  String key() {
    return name + "+" + HexFormat.of().toHexDigits(keyId, 8);
  }
}

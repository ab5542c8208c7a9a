package org.shilian.tlog.note;

import org.shilian.tlog.LogDataException;

/** What a key signs, by the identifier bytes of C2SP signed-note, "Signature types". */
public enum SignatureType {
  /** The note's text as it is. */
  ED25519(0x01),
  /** A checkpoint at a time, by a witness (C2SP tlog-cosignature, "Ed25519 signed message"). */
  COSIGNATURE(0x04);

  private final byte identifier;

  SignatureType(int identifier) {
    this.identifier = (byte) identifier;
  }

  byte identifier() {
    return identifier;
  }

  static SignatureType of(byte identifier) {
    for (SignatureType type : values()) {
      if (type.identifier == identifier) {
        return type;
      }
    }
    throw new LogDataException(
        "signature type", Integer.toHexString(identifier & 0xff), "is neither 1 nor 4");
  }
}

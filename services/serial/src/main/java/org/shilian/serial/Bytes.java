package org.shilian.serial;

/** Numbers in byte arrays, the most significant byte first. */
final class Bytes {
  private Bytes() {}

  static void write(long number, byte[] into, int at) {
    for (int i = 0; i < Long.BYTES; i++) {
      into[at + i] = (byte) (number >>> (8 * (Long.BYTES - 1 - i)));
    }
  }

  static long read(byte[] from, int at) {
    long number = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      number = number << 8 | (from[at + i] & 0xff);
    }
    return number;
  }
}

package org.shilian.symbol;

/**
 * How much of a QR symbol may be damaged and still be read (ISO/IEC 18004, 6.5.1): about 7, 15, 25
 * and 30 % of its codewords.
 */
public enum Level {
  L,
  M,
  Q,
  H
}

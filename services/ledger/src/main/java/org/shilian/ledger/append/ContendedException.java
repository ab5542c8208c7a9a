package org.shilian.ledger.append;

/**
 * Another writer got in the way: it changed what this one had looked up before it held its locks,
 * or the two waited for each other. Nothing was committed; the same batch may be tried again at
 * once.
 */
public final class ContendedException extends RuntimeException {
  ContendedException(String what) {
    super(what);
  }
}

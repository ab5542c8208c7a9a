package org.shilian.ledger.append;

/**
 * The database refused the data of a batch. Nothing was committed, and trying again would not help.
 */
public final class BadDataException extends RuntimeException {
  BadDataException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}

package org.shilian.ledger.append;

import org.jspecify.annotations.Nullable;

/**
 * The database did not do what it was asked. Nothing was committed; the same batch may be tried
 * again.
 */
public final class LedgerUnavailableException extends RuntimeException {
  LedgerUnavailableException(@Nullable Throwable cause) {
    super(cause == null ? "the database did not answer" : cause.getMessage(), cause);
  }
}

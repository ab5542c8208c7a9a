package org.shilian.tlog;

/** A proof does not prove what it was meant to. The message says which, and why not. */
public final class ProofException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProofException(String message) {
    super(message);
  }
}

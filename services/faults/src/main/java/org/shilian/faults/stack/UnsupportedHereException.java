package org.shilian.faults.stack;

/** This machine or this user cannot do what a scenario needs; the message says what. */
public final class UnsupportedHereException extends RuntimeException {
  /** With the reason. */
  public UnsupportedHereException(String message) {
    super(message);
  }
}

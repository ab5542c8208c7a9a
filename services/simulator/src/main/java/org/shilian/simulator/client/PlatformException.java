package org.shilian.simulator.client;

/** The server said something that leaves the run no way on, or nothing for too long. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlatformException(String message) {
    super(message);
  }

  PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}

package org.shilian.embedded.process;

/** Something could not be started; the message is one sentence for the person who asked for it. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StartException(String sentence) {
    super(sentence);
  }

  public StartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}

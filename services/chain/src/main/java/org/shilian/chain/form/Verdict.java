package org.shilian.chain.form;

import org.jspecify.annotations.Nullable;

/** Whether a lot passed a test: how both forms say it. */
final class Verdict {
  private static final String PASS = "pass";
  private static final String FAIL = "fail";
  private static final String CONFORMANT = "conformant";
  private static final String NON_CONFORMANT = "non_conformant";

  private Verdict() {}

  static boolean read(String word) {
    return word.equals(PASS);
  }

  static String write(boolean passed) {
    return passed ? PASS : FAIL;
  }

  static String disposition(boolean passed) {
    return passed ? CONFORMANT : NON_CONFORMANT;
  }

  /** Null if the event says neither. */
  static @Nullable Boolean fromEpcis(EpcisIn in) {
    if (in.hasDisposition(CONFORMANT)) {
      return true;
    }
    return in.hasDisposition(NON_CONFORMANT) ? false : null;
  }
}

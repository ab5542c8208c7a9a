package org.shilian.embedded.run;

import java.nio.file.Path;

/** The Java that runs this runs the rest. */
final class Java {
  private Java() {}

  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

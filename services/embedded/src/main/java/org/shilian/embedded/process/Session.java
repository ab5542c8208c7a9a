package org.shilian.embedded.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A session of its own for a child, so that Ctrl-C on the terminal reaches its starter only, who
 * stops it in order.
 */
final class Session {
  private static final boolean SETSID =
      List.of("/usr/bin/setsid", "/bin/setsid").stream()
          .anyMatch(p -> Files.isExecutable(Path.of(p)));

  private Session() {}

  /**
   * The command in a session of its own and under the same process id; as it is where the machine
   * has no setsid.
   */
  static List<String> own(List<String> command) {
    List<String> whole = new ArrayList<>();
    if (SETSID) {
      whole.add("setsid");
    }
    whole.addAll(command);
    return whole;
  }
}

package org.shilian.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process for as long as the machine runs: its id, and when it started in clock ticks since boot,
 * since ids are used again.
 */
record ProcessIdentity(long pid, String startTicks) {

  /** The live process with this id, if there is one. A zombie counts as dead. */
  static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The second field is the command in parentheses and may hold anything, so count from the
      // last one.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
      boolean zombie = fields.get(0).equals("Z");
      return zombie ? Optional.empty() : Optional.of(new ProcessIdentity(pid, fields.get(19)));
    } catch (IOException | IndexOutOfBoundsException gone) {
      return Optional.empty();
    }
  }

  static Optional<ProcessIdentity> read(Path pidFile) {
    try {
      String[] words = Files.readString(pidFile).strip().split(" ", -1);
      return Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException none) {
      return Optional.empty();
    }
  }

  void write(Path pidFile) throws IOException {
    Files.writeString(pidFile, pid + " " + startTicks + "\n");
  }

  boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }
}

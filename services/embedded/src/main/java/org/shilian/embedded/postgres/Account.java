package org.shilian.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.shilian.embedded.process.StartException;

/**
 * Who runs PostgreSQL, which refuses root. An ordinary user runs it as itself; one without a name,
 * as a container may have, in a user namespace if it can, where it goes by the name of nobody,
 * since initdb wants a name. Root runs it in a user namespace, where root is nobody in particular;
 * where the kernel or a container refuses that, as an unprivileged user, with the one privilege of
 * reaching its files when the folders above are closed to others. A data directory that has an
 * owner other than root keeps it.
 *
 * @param prefix what goes before each command
 */
record Account(List<String> prefix) {
  private static final int NOBODY = 65534;
  private static final List<String> AS_NOBODY = List.of("unshare", "-U");

  /**
   * Finds the account that may use this data directory, and gives the directory to it.
   *
   * @throws StartException when no account can
   */
  static Account forDirectory(Path directory, Binaries binaries) {
    int self = self();
    int owner = ownerOf(directory);
    List<Candidate> candidates = new ArrayList<>();
    if (self != 0) {
      if (!hasName()) {
        candidates.add(new Candidate(self, AS_NOBODY));
      }
      candidates.add(new Candidate(self, List.of()));
    } else {
      if (owner == 0) {
        candidates.add(new Candidate(0, AS_NOBODY));
      }
      candidates.addAll(unprivileged(owner == 0 ? NOBODY : owner));
    }
    for (Candidate candidate : candidates) {
      if (self == 0) {
        giveTo(candidate.uid(), directory);
      }
      if (candidate.canUse(directory, binaries)) {
        return new Account(candidate.prefix());
      }
    }
    throw new StartException(
        self == 0
            ? "PostgreSQL cannot be run for root here: user namespaces are refused, and no unprivileged user can use "
                + directory
            : "the data directory "
                + directory
                + " belongs to user "
                + owner
                + ", and this is user "
                + self);
  }

  /** The effective user id of this process. */
  static int self() {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      return status
          .filter(line -> line.startsWith("Uid:"))
          .map(line -> Integer.parseInt(line.split("\\s+", -1)[2]))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Candidate> unprivileged(int uid) {
    List<String> drop = List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups");
    List<String> without = new ArrayList<>(drop);
    without.add("--inh-caps=-all");
    List<String> reaching = new ArrayList<>(drop);
    reaching.addAll(List.of("--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"));
    return List.of(new Candidate(uid, without), new Candidate(uid, reaching));
  }

  List<String> command(List<String> command) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  private record Candidate(int uid, List<String> prefix) {
    boolean canUse(Path directory, Binaries binaries) {
      List<String> probe = new ArrayList<>(prefix);
      probe.addAll(
          List.of(
              "/bin/sh",
              "-c",
              "test -x \"$1\" && test -w \"$2\" && test \"$(id -u)\" != 0",
              "probe",
              binaries.program("postgres"),
              directory.toString()));
      return succeeds(probe);
    }
  }

  /** Whether the user of this process has a name on this machine. */
  private static boolean hasName() {
    return succeeds(List.of("id", "-un"));
  }

  private static boolean succeeds(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int ownerOf(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void giveTo(int uid, Path directory) {
    if (ownerOf(directory) == uid) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path path : (Iterable<Path>) tree::iterator) {
        Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
      }
    } catch (IOException e) {
      throw new StartException(
          directory + " cannot be given to user " + uid + ": " + e.getMessage(), e);
    }
  }
}

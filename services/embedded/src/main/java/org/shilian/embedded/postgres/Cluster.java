package org.shilian.embedded.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.shilian.embedded.process.DataDirectory;
import org.shilian.embedded.process.StartException;

/**
 * What initdb made: the cluster's own directory, and the superuser's password beside it, readable
 * by its owner only.
 */
record Cluster(Path directory, String password) {
  static final String USER = "shilian";
  private static final Duration INITDB = Duration.ofMinutes(2);

  /** The cluster of this data directory, made if there is none. */
  static Cluster in(DataDirectory data, Binaries binaries, Account account) throws IOException {
    Path cluster = data.resolve("cluster");
    Path passwordFile = data.resolve("password");
    if (!Files.exists(cluster)) {
      // Made under another name, so that a start that was interrupted leaves nothing half made.
      Path partial = data.resolve("cluster.new");
      Binaries.deleteTree(partial);
      writePassword(passwordFile, data.path());
      initdb(data, binaries, account, partial, passwordFile);
      Files.move(partial, cluster, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Cluster(cluster, Files.readString(passwordFile).strip());
  }

  private static void writePassword(Path file, Path directory) throws IOException {
    byte[] random = new byte[20];
    new SecureRandom().nextBytes(random);
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
    Files.setAttribute(file, "unix:uid", Files.getAttribute(directory, "unix:uid"));
  }

  private static void initdb(
      DataDirectory data, Binaries binaries, Account account, Path target, Path passwordFile)
      throws IOException {
    Path log = data.resolve("initdb.log");
    ProcessBuilder initdb =
        new ProcessBuilder(
            account.command(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + target,
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Sorts by code point and knows upper and lower case of every script, on every
                    // machine alike.
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C")));
    initdb.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
    initdb.environment().put("TZ", "UTC");
    Process process = initdb.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(INITDB.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new StartException(
            "initdb took longer than " + INITDB.toSeconds() + " s (log: " + log + ")");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StartException("interrupted while initdb ran", e);
    }
    if (process.exitValue() != 0) {
      List<String> said = Files.readAllLines(log);
      String error =
          said.stream()
              .filter(line -> line.contains("error"))
              .findFirst()
              .or(() -> said.stream().filter(line -> !line.isBlank()).reduce((one, next) -> next))
              .orElse("no reason given");
      throw new StartException(
          "PostgreSQL's data directory could not be made: " + error + " (log: " + log + ")");
    }
  }

  /** Whether the server says in its own pid file, eighth line, that clients are served. */
  boolean isReady(long pid) {
    return postmasterPid()
        .filter(lines -> lines.size() >= 8)
        .filter(lines -> lines.get(0).strip().equals(Long.toString(pid)))
        .filter(lines -> lines.get(7).strip().equals("ready"))
        .isPresent();
  }

  /** The process id in PostgreSQL's own pid file. */
  Optional<Long> claimedBy() {
    return postmasterPid()
        .filter(lines -> !lines.isEmpty())
        .map(lines -> lines.get(0).strip())
        .filter(line -> line.matches("\\d+"))
        .map(Long::valueOf);
  }

  private Optional<List<String>> postmasterPid() {
    try {
      return Optional.of(Files.readAllLines(directory.resolve("postmaster.pid")));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /**
   * Takes away the pid file of a server that has gone. PostgreSQL does so itself unless another
   * process has its id by now.
   *
   * @return the id of a server that still runs in this directory, if one does
   */
  Optional<Long> clearStalePidFile() throws IOException {
    Optional<Long> claimed = claimedBy();
    if (claimed.isPresent() && !isPostmasterOfThis(claimed.get())) {
      Files.deleteIfExists(directory.resolve("postmaster.pid"));
      return Optional.empty();
    }
    return claimed;
  }

  private boolean isPostmasterOfThis(long pid) {
    try {
      String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
      List<String> words = List.of(commandLine.split("\0", -1));
      return words.get(0).endsWith("/postgres") && words.contains(directory.toString());
    } catch (IOException gone) {
      return false;
    }
  }
}

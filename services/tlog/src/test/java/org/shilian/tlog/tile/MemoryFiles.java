package org.shilian.tlog.tile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A log in memory, whose files a test can change. */
public final class MemoryFiles implements LogFiles, LogFileSink {
  public final Map<String, byte[]> map = new TreeMap<>();

  public MemoryFiles copy() {
    MemoryFiles copy = new MemoryFiles();
    map.forEach((path, bytes) -> copy.map.put(path, bytes.clone()));
    return copy;
  }

  @Override
  public Optional<InputStream> open(String path) {
    return Optional.ofNullable(map.get(path)).map(ByteArrayInputStream::new);
  }

  @Override
  public Stream<String> paths() {
    return map.keySet().stream();
  }

  @Override
  public void write(String path, byte[] bytes) throws IOException {
    map.put(path, bytes.clone());
  }
}

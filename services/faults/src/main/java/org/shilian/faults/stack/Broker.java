package org.shilian.faults.stack;

import java.nio.file.Path;
import java.util.Map;
import org.shilian.embedded.kafka.EmbeddedKafka;

/** One broker, on one port for all its lives. */
public final class Broker implements Part, AutoCloseable {
  private final int id;
  private final Path directory;
  private final int port;
  private final Map<String, String> settings;
  private EmbeddedKafka running;

  Broker(int id, Path directory, int port, Map<String, String> settings) {
    this.id = id;
    this.directory = directory;
    this.port = port;
    this.settings = settings;
    running = EmbeddedKafka.start(directory, port, settings);
  }

  /** Its number in the cluster, from 1. */
  public int id() {
    return id;
  }

  @Override
  public String name() {
    return "broker " + id;
  }

  @Override
  public synchronized void kill9() {
    running.kill9();
  }

  @Override
  public synchronized void bringBack() {
    if (!running.isAlive()) {
      running.kill9();
      running = Retry.start(() -> EmbeddedKafka.start(directory, port, settings));
    }
  }

  /** By force: its data are of no use any more, and one without its quorum would not stop. */
  @Override
  public synchronized void close() {
    running.kill9();
  }
}

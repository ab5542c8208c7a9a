package org.shilian.embedded.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.shilian.embedded.process.ChildProcess;
import org.shilian.embedded.process.DataDirectory;
import org.shilian.embedded.process.Ports;
import org.shilian.embedded.process.Signal;
import org.shilian.embedded.process.StartException;

/**
 * A Kafka broker on the loopback address, in a JVM of its own, made of the Kafka jars on this JVM's
 * class path. It keeps what it has in its data directory from start to start, on whichever port.
 * Topics are not made by use: whoever needs one creates it.
 */
public final class EmbeddedKafka implements AutoCloseable {
  /** A setting of ours beside the broker's: the id of the cluster that a new broker belongs to. */
  public static final String CLUSTER_ID = "shilian.cluster.id";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(15);

  private final DataDirectory directory;
  private final ChildProcess broker;
  private final int port;

  private EmbeddedKafka(DataDirectory directory, ChildProcess broker, int port) {
    this.directory = directory;
    this.broker = broker;
    this.port = port;
  }

  /** Starts on a free port, with the settings that suit one small machine. */
  public static EmbeddedKafka start(Path dataDirectory) {
    return start(dataDirectory, 0, Map.of());
  }

  /**
   * Starts, and returns once clients are served.
   *
   * @param port 0 for a free one
   * @param settings broker settings that go before our own
   * @throws StartException when the directory is in use, the port is taken, or the broker does not
   *     come up
   */
  public static EmbeddedKafka start(Path dataDirectory, int port, Map<String, String> settings) {
    DataDirectory directory = DataDirectory.claim(dataDirectory);
    try {
      int listen = Ports.orFree(port);
      Path ready = directory.resolve("ready");
      Files.deleteIfExists(ready);
      Path properties = directory.resolve("broker.properties");
      write(properties, listen, directory, settings);
      ChildProcess broker = ChildProcess.start(spec(directory, properties, ready));
      broker.awaitReady(() -> Files.exists(ready), START);
      return new EmbeddedKafka(directory, broker, listen);
    } catch (IOException e) {
      directory.close();
      throw new StartException(
          "Kafka's data directory " + directory.path() + " cannot be written: " + e, e);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static ChildProcess.Spec spec(DataDirectory directory, Path properties, Path ready) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dslf4j.provider=" + BrokerLogging.class.getName(),
            BrokerMain.class.getName(),
            properties.toString(),
            ready.toString());
    // In the environment rather than on the command line, where it would drown the rest.
    Map<String, String> environment = Map.of("CLASSPATH", System.getProperty("java.class.path"));
    return new ChildProcess.Spec(
        "Kafka",
        command,
        environment,
        directory.resolve("kafka.log"),
        directory.resolve("kafka.pid"),
        List.of(Signal.TERM),
        STOP);
  }

  private static void write(
      Path file, int port, DataDirectory directory, Map<String, String> settings)
      throws IOException {
    int controllerPort = Ports.free();
    Properties all = new Properties();
    all.putAll(
        Map.of(
            "process.roles", "broker,controller",
            "node.id", "1",
            "listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
            "advertised.listeners", "CLIENT://127.0.0.1:" + port,
            "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
            "inter.broker.listener.name", "CLIENT",
            "controller.listener.names", "CONTROLLER",
            // Static voters: the address is read from here at every start, so the ports may change.
            "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
            "log.dirs", directory.resolve("log").toString(),
            "auto.create.topics.enable", "false"));
    all.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0",
            // The default of 128 MB does not fit a small heap.
            "log.cleaner.dedupe.buffer.size", "4194304",
            "num.recovery.threads.per.data.dir", "2"));
    // After a kill it is registered anew only when its session has ended, which protects nothing
    // where no other broker could lead meanwhile.
    all.put("broker.session.timeout.ms", "4000");
    all.put("broker.heartbeat.interval.ms", "500");
    all.putAll(settings);
    try (Writer writer = Files.newBufferedWriter(file)) {
      all.store(writer, "Written at every start.");
    }
  }

  /** {@code host:port} for {@code bootstrap.servers}. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return broker.pid();
  }

  public boolean isAlive() {
    return broker.isAlive();
  }

  /** SIGKILL. The data directory is free again afterwards, and a start there recovers. */
  public void kill9() {
    broker.kill9();
    directory.close();
  }

  /** A clean stop; SIGKILL when it takes longer than 15 s. */
  @Override
  public void close() {
    broker.close();
    directory.close();
  }
}

package org.shilian.embedded.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/** The broker's own JVM: formats the storage the first time, serves, and says so with a file. */
final class BrokerMain {
  private BrokerMain() {}

  /** Arguments: the broker's properties, and the file to make once clients are served. */
  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(args[0]))) {
      properties.load(reader);
    }
    try {
      String clusterId = (String) properties.remove(EmbeddedKafka.CLUSTER_ID);
      KafkaConfig config = KafkaConfig.fromProps(properties, new Properties(), true);
      format(config, clusterId);
      KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
      server.startup();
      Files.writeString(Path.of(args[1]), Long.toString(ProcessHandle.current().pid()));
      server.awaitShutdown();
    } catch (IOException | RuntimeException e) {
      System.out.println("ERROR " + e.getMessage());
      e.printStackTrace(System.out);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void format(KafkaConfig config, @Nullable String clusterId) throws Exception {
    String directory = config.logDirs().get(0);
    if (Files.exists(Path.of(directory, "meta.properties"))) {
      return;
    }
    new Formatter()
        .setPrintStream(System.out)
        .setNodeId(config.nodeId())
        .setClusterId(clusterId == null ? Uuid.randomUuid().toString() : clusterId)
        .addDirectory(directory)
        .setMetadataLogDirectory(directory)
        .setControllerListenerName("CONTROLLER")
        .setIgnoreFormatted(true)
        .run();
  }
}

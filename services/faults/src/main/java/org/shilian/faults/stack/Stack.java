package org.shilian.faults.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shilian.chain.topic.TopicNames;
import org.shilian.tlog.export.VerifyExport;

/** Brokers, a database and servers of one scenario's own; closing it ends them all. */
public final class Stack implements AutoCloseable {
  private static final long LONGEST_COMMAND_MINUTES = 5;

  private final Path directory;
  private final Path serverJar;
  private final String adminKey;
  private final Thread atEnd;
  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Instance> servers = new CopyOnWriteArrayList<>();
  private final @Nullable SmallDisk disk;
  private final Postgres postgres;
  private final Brokers brokers;

  /**
   * Starts everything of this shape below a directory that is not there yet.
   *
   * @throws UnsupportedHereException if this machine cannot have that shape
   */
  public Stack(Path directory, Path serverJar, Shape shape) {
    this.directory = directory;
    this.serverJar = serverJar;
    this.adminKey = "slk_" + random(20);
    // as long as a JVM that ends early lets them
    this.atEnd = new Thread(this::endAll, "stack");
    Runtime.getRuntime().addShutdownHook(atEnd);
    CompletableFuture<Brokers> starting =
        CompletableFuture.supplyAsync(() -> Brokers.start(directory, shape.brokers()));
    try {
      Files.createDirectories(directory);
      LogKey.write(directory.resolve("log.pem"));
      Path data = directory.resolve("postgres");
      disk =
          shape.postgresMegabytes() > 0
              ? keep(SmallDisk.at(data, shape.postgresMegabytes()))
              : null;
      postgres =
          keep(
              new Postgres(
                  data,
                  disk == null
                      ? Map.of()
                      : Map.of("max_wal_size", "96MB", "min_wal_size", "80MB")));
      brokers = keep(starting.join());
      for (int i = 0; i < shape.servers(); i++) {
        var unused = join();
      }
    } catch (IOException e) {
      close(starting);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      close(starting);
      throw e;
    }
  }

  private void close(CompletableFuture<Brokers> starting) {
    try {
      starting.join().close();
    } catch (CompletionException notStarted) {
      // then there is nothing to end
    }
    close();
  }

  private static String random(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  private <T extends AutoCloseable> T keep(T closeable) {
    synchronized (started) {
      started.push(closeable);
    }
    return closeable;
  }

  /** One more server, on the same database, topics and consumer group; serves when this returns. */
  public Instance join() {
    Instance instance =
        keep(new Instance(servers.size() + 1, serverJar, directory, serverEnvironment()));
    servers.add(instance);
    return instance;
  }

  /** The environment of the servers, which log in as those who may rewrite nothing. */
  private Map<String, String> serverEnvironment() {
    Map<String, String> environment = new HashMap<>(commandEnvironment());
    environment.put("QUARKUS_DATASOURCE_USERNAME", Postgres.LOGIN);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.loginPassword());
    environment.put("QUARKUS_FLYWAY_USERNAME", postgres.user());
    environment.put("QUARKUS_FLYWAY_PASSWORD", postgres.password());
    environment.put("SHILIAN_LOG_KEY_FILE", directory.resolve("log.pem").toString());
    environment.put("SHILIAN_LOG_ORIGIN", "faults.example/ledger");
    return environment;
  }

  /** That of their commands, which are the owner's. */
  private Map<String, String> commandEnvironment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + postgres.uri());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", postgres.uri());
    environment.put("QUARKUS_DATASOURCE_USERNAME", postgres.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgres.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", brokers.bootstrap());
    environment.put("SHILIAN_ACCESS_ADMIN_KEY_HASH", sha256(adminKey));
    environment.put("SHILIAN_CAPTURE_RETRY_AFTER", "PT1S");
    environment.put("SHILIAN_CAPTURE_REPLICATION_FACTOR", Integer.toString(brokers.all().size()));
    return environment;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The database. */
  public Postgres postgres() {
    return postgres;
  }

  /** The brokers. */
  public Brokers brokers() {
    return brokers;
  }

  /** The servers that have joined, dead ones too. */
  public List<Instance> servers() {
    return servers;
  }

  /** The database's own file system, in a stack that has one. */
  public Optional<SmallDisk> disk() {
    return Optional.ofNullable(disk);
  }

  /** What the topics are called. */
  public TopicNames topics() {
    return new TopicNames("");
  }

  /** A key that may do anything. */
  public String adminKey() {
    return adminKey;
  }

  /** Where the servers' doors are. */
  public List<URI> doors() {
    return servers.stream().map(Instance::uri).toList();
  }

  /** Every process. */
  public List<Part> parts() {
    List<Part> parts = new ArrayList<>(servers);
    parts.addAll(brokers.all());
    parts.add(postgres);
    return parts;
  }

  /** Runs a command of the server beside it, and gives its exit code; its output goes to a log. */
  public int command(String... arguments) {
    List<String> command = new ArrayList<>(Instance.command(serverJar));
    command.addAll(List.of(arguments));
    Path log = directory.resolve(arguments[0] + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(commandEnvironment());
    return exitCode(builder, arguments[0]);
  }

  /**
   * Writes the signed logs, and has the offline verifier of {@code tlog} look at them in a JVM of
   * its own; gives the exit code of the one that failed, or 0.
   *
   * @param keys the verifier keys of the logs, one a line
   */
  public int exportAndVerify(String keys) {
    Path export = directory.resolve("export");
    int exported = command("export", export.toString());
    if (exported != 0) {
      return exported;
    }
    try {
      Path keysFile = Files.writeString(directory.resolve("log.keys"), keys);
      ProcessBuilder verify =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  VerifyExport.class.getName(),
                  export.toString(),
                  "--keys",
                  keysFile.toString())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("verify.log").toFile());
      verify.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      return exitCode(verify, "verify");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int exitCode(ProcessBuilder builder, String name) {
    try {
      Process process = builder.start();
      if (!process.waitFor(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(name + " did not end");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    endAll();
    try {
      var unused = Runtime.getRuntime().removeShutdownHook(atEnd);
    } catch (IllegalStateException e) {
      // the JVM is ending, and does the same
    }
  }

  private void endAll() {
    synchronized (started) {
      while (!started.isEmpty()) {
        try {
          started.pop().close();
        } catch (Exception e) {
          System.err.println("faults: " + e.getMessage());
        }
      }
    }
  }
}

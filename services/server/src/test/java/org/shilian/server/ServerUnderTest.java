package org.shilian.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.shilian.chain.topic.TopicNames;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;
import org.shilian.testsupport.ServerProcess;
import org.shilian.tlog.note.SignatureType;
import org.shilian.tlog.note.Signer;

/** The built server as its own process on real infrastructure, with an admin key. */
final class ServerUnderTest implements AutoCloseable {
  static final String ADMIN_KEY = "slk_test-admin-key-of-forty-four-characters00";

  /** What the names of its logs begin with. */
  static final String LOG_ORIGIN = "test.example/ledger";

  /** The keys of two witnesses that its logs know, made anew for each run. */
  static final String WITNESS_ONE = keys();

  static final String WITNESS_TWO = keys();

  private static ServerUnderTest shared;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Database database;
  private final TopicNames topics;
  private final Map<String, String> environment = new HashMap<>();
  private final ServerProcess process;

  /**
   * Starts one with a database and topics of its own; {@link ServerProcess#awaitReady} is still to
   * be called.
   *
   * @param settings added to its environment
   */
  static ServerUnderTest launch(String kafka, Map<String, String> settings) {
    return new ServerUnderTest(
        Infrastructure.shared().freshDatabase(),
        kafka,
        new TopicNames(Infrastructure.shared().freshName("test") + "."),
        settings);
  }

  /** A ready one with a database and topics of its own, for a test that ends it. */
  static ServerUnderTest start() {
    ServerUnderTest server =
        new ServerUnderTest(
            Infrastructure.shared().freshDatabase(),
            Infrastructure.shared().kafka(),
            new TopicNames(Infrastructure.shared().freshTopicPrefix()),
            Map.of());
    var unused = server.process.awaitReady();
    return server;
  }

  /** The one that all tests share which leave it as it is; it ends with this JVM. */
  static synchronized ServerUnderTest shared() {
    if (shared == null) {
      shared = start();
      Infrastructure.shared().closeAtEnd(shared);
    }
    return shared;
  }

  private ServerUnderTest(
      Database database, String kafka, TopicNames topics, Map<String, String> settings) {
    this.database = database;
    this.topics = topics;
    environment.putAll(ServerProcess.environment(database, database.asServer(), kafka));
    environment.put("SHILIAN_ACCESS_ADMIN_KEY_HASH", sha256(ADMIN_KEY));
    environment.put("SHILIAN_TOPICS_PREFIX", topics.prefix());
    environment.put(
        "SHILIAN_LOG_KEY_FILE", Path.of("src/test/resources/log.pem").toAbsolutePath().toString());
    environment.put("SHILIAN_LOG_ORIGIN", LOG_ORIGIN);
    environment.put("SHILIAN_LOG_CHECKPOINT_EVERY", "PT0.2S");
    environment.put(
        "SHILIAN_LOG_WITNESSES",
        witness("witness.example/1", WITNESS_ONE)
            + ","
            + witness("witness.example/2", WITNESS_TWO));
    environment.putAll(settings);
    process = ServerProcess.start(environment);
  }

  private static String witness(String name, String pem) {
    return Signer.fromPem(name, SignatureType.COSIGNATURE, pem).key().toString();
  }

  private static String keys() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      return pem("PRIVATE KEY", pair.getPrivate()) + pem("PUBLIC KEY", pair.getPublic());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, Key key) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }

  Database database() {
    return database;
  }

  /** What its topics are called. */
  TopicNames topics() {
    return topics;
  }

  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  ServerProcess process() {
    return process;
  }

  URI uri(String path) {
    return process.baseUri().resolve(path);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The answer's bytes, whatever it is. */
  HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder asAdmin(String path) {
    return as(ADMIN_KEY, path);
  }

  HttpRequest.Builder as(String key, String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + key);
  }

  /** How many rows there are, behind these words after FROM. */
  long count(String from) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + from)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
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

  @Override
  public void close() {
    process.close();
  }
}

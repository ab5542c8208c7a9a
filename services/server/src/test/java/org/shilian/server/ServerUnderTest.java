package org.shilian.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.shilian.testsupport.Database;
import org.shilian.testsupport.Infrastructure;
import org.shilian.testsupport.ServerProcess;

/** The built server as its own process on real infrastructure, with an admin key. */
final class ServerUnderTest implements AutoCloseable {
  static final String ADMIN_KEY = "slk_test-admin-key-of-forty-four-characters00";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Database database = Infrastructure.shared().freshDatabase();
  private final Map<String, String> environment = new HashMap<>();
  private final ServerProcess process;

  ServerUnderTest() {
    environment.putAll(ServerProcess.environment(database, Infrastructure.shared().kafka()));
    environment.put("SHILIAN_ACCESS_ADMIN_KEY_HASH", sha256(ADMIN_KEY));
    process = ServerProcess.start(environment).awaitReady();
  }

  Database database() {
    return database;
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
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder asAdmin(String path) {
    return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + ADMIN_KEY);
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

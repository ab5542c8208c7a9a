package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Asks the server what is printed of it. */
record LiveServer(int port, String adminKey) {
  private static final int ASKING_MS = 5_000;

  /** How long it may take to make something. */
  private static final int MAKING_MS = 30_000;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What it answers, sentences in English; null when it does not say. */
  @Nullable JsonNode get(String path) {
    byte[] body = body(path, "application/json");
    try {
      return body == null ? null : MAPPER.readTree(body);
    } catch (IOException notSaid) {
      return null;
    }
  }

  /** What it answers in plain text; null when it does not say. */
  @Nullable String text(String path) {
    byte[] body = body(path, "text/plain");
    return body == null ? null : new String(body, StandardCharsets.UTF_8);
  }

  private byte @Nullable [] body(String path, String type) {
    try {
      HttpURLConnection connection = open(path, type, ASKING_MS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? body(connection) : null;
    } catch (IOException notSaid) {
      return null;
    }
  }

  /** What it answers to a form that made something; null when it made nothing. */
  @Nullable JsonNode post(String path, JsonNode form) {
    try {
      HttpURLConnection connection = open(path, "application/json", MAKING_MS);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(MAPPER.writeValueAsBytes(form));
      }
      return connection.getResponseCode() == HttpURLConnection.HTTP_CREATED
          ? MAPPER.readTree(body(connection))
          : null;
    } catch (IOException notMade) {
      return null;
    }
  }

  /**
   * Keeps what it answers in a file, as a whole or not at all.
   *
   * @return whether it did
   */
  boolean save(String path, Path file) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      HttpURLConnection connection = open(path, "*/*", MAKING_MS);
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return false;
      }
      try (InputStream body = connection.getInputStream()) {
        long unused = Files.copy(body, part, StandardCopyOption.REPLACE_EXISTING);
      }
      Path unused = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException notSaved) {
      return false;
    }
  }

  private HttpURLConnection open(String path, String accept, int patience) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(ASKING_MS);
    connection.setReadTimeout(patience);
    connection.setRequestProperty("Authorization", "Bearer " + adminKey);
    connection.setRequestProperty("Accept", accept);
    connection.setRequestProperty("Accept-Language", "en");
    return connection;
  }

  private static byte[] body(HttpURLConnection connection) throws IOException {
    try (InputStream body = connection.getInputStream()) {
      return body.readAllBytes();
    }
  }
}

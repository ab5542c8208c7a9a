package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Asks the server what is printed of it. */
record LiveServer(int port, String adminKey) {
  private static final int ASKING_MS = 5_000;
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
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(ASKING_MS);
      connection.setReadTimeout(ASKING_MS);
      connection.setRequestProperty("Authorization", "Bearer " + adminKey);
      connection.setRequestProperty("Accept", type);
      connection.setRequestProperty("Accept-Language", "en");
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return null;
      }
      try (InputStream body = connection.getInputStream()) {
        return body.readAllBytes();
      }
    } catch (IOException notSaid) {
      return null;
    }
  }
}

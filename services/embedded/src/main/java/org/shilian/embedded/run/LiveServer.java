package org.shilian.embedded.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Asks the server what is printed of it. */
record LiveServer(int port, String adminKey) {
  private static final int ASKING_MS = 5_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What it answers, sentences in English; null when it does not say. */
  @Nullable JsonNode get(String path) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(ASKING_MS);
      connection.setReadTimeout(ASKING_MS);
      connection.setRequestProperty("Authorization", "Bearer " + adminKey);
      connection.setRequestProperty("Accept", "application/json");
      connection.setRequestProperty("Accept-Language", "en");
      if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
        return null;
      }
      try (InputStream body = connection.getInputStream()) {
        return MAPPER.readTree(body);
      }
    } catch (IOException notSaid) {
      return null;
    }
  }
}

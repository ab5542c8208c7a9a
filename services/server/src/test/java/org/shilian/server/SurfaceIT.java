package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the whole server answers at its edges. */
class SurfaceIT {
  private static final String EVENTS = "/api/v1/events";
  private static ServerUnderTest server;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.shared();
  }

  /** Compares what is said, not in which order: the generator's order of members is not stable. */
  @Test
  void describesItselfAsCommitted() throws IOException {
    JsonMapper json =
        JsonMapper.builder()
            .enable(
                SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, SerializationFeature.INDENT_OUTPUT)
            .build();
    Object served = json.readValue(get("/q/openapi?format=json").body(), Object.class);
    Path committed =
        Path.of(System.getProperty("shilian.root")).resolve("schemas/openapi/shilian.json");
    if (Boolean.getBoolean("shilian.schemas.write")) {
      Files.writeString(committed, json.writeValueAsString(served) + "\n");
    }
    assertThat(served)
        .as("write it anew with -Dshilian.schemas.write=true and review the difference")
        .isEqualTo(json.readValue(Files.readString(committed), Object.class));
  }

  @Test
  void isHealthyAndCounts() {
    assertThat(get("/q/health").statusCode()).isEqualTo(200);
    assertThat(get("/q/metrics").body()).contains("shilian_ledger_records_total");
  }

  @Test
  void answersWhatIsNotThereWithAProblem() {
    assertProblem(get("/nowhere"), 404);
    assertProblem(server.send(server.asAdmin(EVENTS).DELETE()), 405);
  }

  @Test
  void deniesWhoeverShowsNoKey() {
    assertProblem(
        server.send(
            HttpRequest.newBuilder(server.uri(EVENTS))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))),
        401);
  }

  /** Over a bare connection: no client of ours would send it. */
  @Test
  void answersATargetThatIsNoUriWithAProblem() throws IOException {
    try (Socket socket =
        new Socket(server.process().baseUri().getHost(), server.process().baseUri().getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("application/problem+json", "urn:shilian:problem:bad-request");
    }
  }

  @Test
  void namesFieldValueAndRuleOfAnEventThatBreaksOne() {
    HttpResponse<String> answer =
        post(
            "application/json",
            """
            {"type":"SELL","eventTime":"2026-11-01T08:00:00+08:00","operator":"91331122MA2E0C001Y",
             "lines":[{"gtin":"09521122000018","lot":"A1","quantity":1}]}
            """);
    assertProblem(answer, 422);
    assertThat(answer.body())
        .contains("\"/lines/0/gtin\"", "09521122000018", "check digit is 8, expected 9");
  }

  private static HttpResponse<String> get(String path) {
    return server.send(HttpRequest.newBuilder(server.uri(path)));
  }

  private static HttpResponse<String> post(String mediaType, String body) {
    return server.send(
        server
            .asAdmin(EVENTS)
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofString(body)));
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status);
  }
}

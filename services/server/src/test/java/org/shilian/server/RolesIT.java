package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ConnectException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.embedded.process.StartException;

/** What processes answer that serve only some of the roles. */
class RolesIT {
  /** No label of a name may be that long, so it is known at once that it does not resolve. */
  private static final String NO_KAFKA = "k".repeat(64) + ".invalid:9092";

  private static ServerUnderTest reader;
  private static ServerUnderTest door;

  @BeforeAll
  static void start() {
    reader = ServerUnderTest.launch(NO_KAFKA, Map.of("SHILIAN_ROLES", "codes,regulator"));
    door = ServerUnderTest.launch(NO_KAFKA, Map.of("SHILIAN_ROLES", "capture"));
    var unused = reader.process().awaitReady();
    await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsMatching(e -> e.getCause() instanceof ConnectException)
        .until(() -> get(door, "/q/health/live", "*/*").statusCode() == 200);
  }

  @AfterAll
  static void stop() {
    reader.close();
    door.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/events, capture",
    "GET, /api/v1/captures/AQ, capture",
    "GET, /api/v1/operators, capture",
    "GET, /api/v1/products/09521234000013, capture",
    "POST, /api/v1/keys, capture",
    "GET, /01/09521234000013/10/A1, scan",
    "GET, /gtin/09521234000013/bat/A1, scan"
  })
  void aProcessWithoutARoleSaysSo(String method, String path, String role) {
    notServed(
        reader.send(
            reader
                .asAdmin(path)
                .header("Content-Type", "application/json")
                .method(
                    method,
                    method.equals("POST")
                        ? BodyPublishers.ofString("{}")
                        : BodyPublishers.noBody())),
        role);
  }

  @Test
  void aBrowserAtTheWrongProcessIsToldAsWell() {
    notServed(get(reader, "/01/09521234000013/10/A1", "text/html,*/*;q=0.8"), "scan");
  }

  @Test
  void whatItServesItServesWithoutKafka() {
    HttpResponse<String> rate = get(reader, "/api/v1/metrics/chaining-rate", "*/*");
    assertThat(rate.statusCode()).as(rate.body()).isEqualTo(200);
    HttpResponse<String> code = get(reader, "/api/v1/codes/batch/09521234000013/A1", "*/*");
    assertThat(code.statusCode()).isEqualTo(404);
    assertThat(code.body()).doesNotContain("this process");
    assertThat(get(reader, "/q/health", "*/*").statusCode()).isEqualTo(200);
    assertThat(get(reader, "/q/openapi", "*/*").statusCode()).isEqualTo(200);
  }

  @Test
  void aDoorAloneServesNothingElse() {
    notServed(get(door, "/api/v1/metrics/chaining-rate", "*/*"), "regulator");
    notServed(get(door, "/api/v1/codes/batch/09521234000013/A1", "*/*"), "codes");
    notServed(get(door, "/01/09521234000013", "*/*"), "scan");
  }

  @Test
  void aDoorWhoseKafkaHasNoNameYetSaysWhenToComeBack() {
    Trade trade = Trade.on(door);

    HttpResponse<String> answer =
        door.send(trade.post(trade.makerKey, trade.produce("A1").toString()));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(get(door, "/q/health/ready", "*/*").statusCode()).isEqualTo(503);
  }

  @Test
  void aRoleThatDoesNotExistIsRefusedAtTheStart() {
    try (ServerUnderTest server =
        ServerUnderTest.launch(NO_KAFKA, Map.of("SHILIAN_ROLES", "capture,brewing"))) {
      assertThatThrownBy(() -> server.process().awaitReady())
          .isInstanceOf(StartException.class)
          .hasMessageContaining("brewing");
    }
  }

  private static HttpResponse<String> get(ServerUnderTest server, String path, String accept) {
    HttpRequest.Builder request = server.asAdmin(path).header("Accept", accept);
    return server.send(request);
  }

  private static void notServed(HttpResponse<String> answer, String role) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(Trade.read(answer).path("detail").asText())
        .isEqualTo("this process does not serve the role " + role);
  }
}

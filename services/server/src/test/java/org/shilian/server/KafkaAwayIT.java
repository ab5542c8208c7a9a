package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shilian.embedded.kafka.EmbeddedKafka;
import org.shilian.embedded.process.Ports;

/**
 * Kafka is away, before the server's start and while it runs: the door says when to come back, has
 * taken nothing, and goes on by itself once Kafka is there.
 */
class KafkaAwayIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path data;

  @Test
  void takesNothingWhileKafkaIsAwayAndGoesOnWhenItIsBack() {
    int port = Ports.free();
    Map<String, String> impatient =
        Map.of("SHILIAN_CAPTURE_PUBLISH_WITHIN", "PT4S", "SHILIAN_CAPTURE_RETRY_AFTER", "PT3S");
    try (ServerUnderTest server = ServerUnderTest.launch("127.0.0.1:" + port, impatient)) {
      await()
          .atMost(PATIENCE)
          .ignoreExceptionsMatching(e -> e.getCause() instanceof ConnectException)
          .until(() -> status(server, "/q/health/live") == 200);
      Trade trade = Trade.on(server);
      assertThat(status(server, "/q/health/ready")).isEqualTo(503);
      refusesForNow(server, trade, three(trade, "A"));

      String before;
      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port, Map.of())) {
        var unused = server.process().awaitReady();
        JsonNode answer = trade.settled(three(trade, "A"));
        assertThat(verdicts(answer)).containsExactly("accepted", "accepted", "accepted");
        before = answer.path("capture").asText();
        kafka.kill9();
      }
      refusesForNow(server, trade, three(trade, "B"));
      JsonNode earlier = Trade.read(server.send(server.asAdmin("/api/v1/captures/" + before)));
      assertThat(earlier.path("state").asText()).isEqualTo("done");

      try (EmbeddedKafka kafka = EmbeddedKafka.start(data, port, Map.of())) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(verdicts(trade.settled(trade.produce("FIRST"))))
                        .containsAnyOf("accepted", "duplicate"));
        assertThat(verdicts(trade.settled(three(trade, "B"))))
            .as("nothing of what was refused is in the ledger")
            .containsExactly("accepted", "accepted", "accepted");
        assertThat(server.count("ledger.entry")).isEqualTo(7);
        assertThat(kafka.isAlive()).isTrue();
        server.process().stop();
      }
    }
  }

  private static ArrayNode three(Trade trade, String lot) {
    ArrayNode events = Trade.JSON.createArrayNode();
    return events
        .add(trade.produce(lot + 1))
        .add(trade.produce(lot + 2))
        .add(trade.produce(lot + 3));
  }

  private static void refusesForNow(ServerUnderTest server, Trade trade, JsonNode events) {
    HttpResponse<String> answer =
        server.send(trade.post(trade.makerKey, events.toString()).header("Prefer", "wait=5"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("3");
    assertThat(Trade.read(answer).path("type").asText())
        .isEqualTo("urn:shilian:problem:unavailable");
  }

  private static int status(ServerUnderTest server, String path) {
    return server.send(server.asAdmin(path)).statusCode();
  }

  private static java.util.List<String> verdicts(JsonNode answer) {
    return answer.path("events").findValuesAsText("verdict");
  }
}

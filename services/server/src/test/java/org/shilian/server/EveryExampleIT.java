package org.shilian.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in {@code schemas/events}, in by one door and out and in again by the other. */
class EveryExampleIT {
  private static final int TYPES = 20;
  private static final Path SCHEMAS =
      Path.of(System.getProperty("shilian.root")).resolve("schemas/events");

  private static ServerUnderTest server;
  private static EpcisTrade trade;

  @BeforeAll
  static void registerTheTown() {
    server = ServerUnderTest.shared();
    trade = new EpcisTrade(server);
    trade.registerOperator("91331122MA2E0C001Y", "producer");
    trade.registerOperator("91331122MA2E0C0048", "producer");
    trade.registerOperator("91331122MA2E0C0022", "distributor");
    trade.registerOperator("91331122MA2E0C0035", "caterer");
    trade.registerOperator("11331122MB1A000100", "regulator");
    trade.registerProduct("09521122000019", "91331122MA2E0C001Y", "H87");
    trade.registerProduct("09521122000026", "91331122MA2E0C0048", "KGM");
    trade.registerProduct("09521122000033", "91331122MA2E0C0022", "KGM");
    trade.registerProduct("09521122000057", "91331122MA2E0C001Y", "KGM");
  }

  static List<ObjectNode> examples() throws IOException {
    List<ObjectNode> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      List<Path> schemas = files.sorted().toList();
      assertThat(schemas).hasSize(TYPES);
      for (Path schema : schemas) {
        JsonNode some = schema(schema).path("examples");
        assertThat(some).as(schema.toString()).isNotEmpty();
        some.forEach(example -> examples.add((ObjectNode) example));
      }
    }
    return examples;
  }

  private static JsonNode schema(Path file) {
    try {
      return EpcisTrade.JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void comesBackAsItselfAndAsEpcisWhichIsTheSameEvent(ObjectNode example) {
    String eventId = accepted(example);

    ObjectNode itself = (ObjectNode) ok(tradePath(eventId));
    assertThat(itself.path("eventID").asText()).isEqualTo(eventId);
    if (!example.has("eventID")) {
      itself.remove("eventID");
    }
    assertThat(itself).hasToString(example.toString());

    JsonNode epcis =
        trade.eventsAt(ServerUnderTest.ADMIN_KEY, EpcisTrade.pathOf(eventId)).get(0).deepCopy();
    assertThat(epcis.path("eventID").asText()).isEqualTo(eventId);
    String count = "ledger.event WHERE event_id = '" + eventId + "'";
    String duplicates =
        "published.verdict WHERE verdict = 'duplicate' AND event_id = '" + eventId + "'";
    assertThat(server.count(duplicates)).isZero();

    JsonNode job =
        trade.done(
            ServerUnderTest.ADMIN_KEY,
            trade.capture(ServerUnderTest.ADMIN_KEY, EpcisTrade.document(epcis)));

    assertThat(job.path("success").asBoolean()).as(job.toString()).isTrue();
    assertThat(server.count(duplicates)).isEqualTo(1);
    assertThat(server.count(count)).isEqualTo(1);
  }

  /** Posts it by the trade door; its eventID, once it is in the ledger. */
  private static String accepted(ObjectNode example) {
    HttpResponse<String> answer =
        server.send(
            server
                .asAdmin("/api/v1/events")
                .header("Content-Type", "application/json")
                .header("Prefer", "wait=60")
                .POST(BodyPublishers.ofString(example.toString())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    JsonNode event = EpcisTrade.read(answer).at("/events/0");
    assertThat(event.path("verdict").asText()).as(answer.body()).isEqualTo("accepted");
    return event.path("eventID").asText();
  }

  private static JsonNode ok(String path) {
    HttpResponse<String> answer = server.send(server.asAdmin(path));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return EpcisTrade.read(answer);
  }

  private static String tradePath(String eventId) {
    return "/api/v1/events/" + URLEncoder.encode(eventId, StandardCharsets.UTF_8);
  }
}

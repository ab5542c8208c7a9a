package org.shilian.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shilian.tlog.CompactTree;
import org.shilian.tlog.ConsistencyProof;
import org.shilian.tlog.Hash;
import org.shilian.tlog.note.Checkpoint;
import org.shilian.tlog.note.LogProof;
import org.shilian.tlog.note.SignatureType;
import org.shilian.tlog.note.SignedNote;
import org.shilian.tlog.note.Signer;
import org.shilian.tlog.note.TrustedLog;
import org.shilian.tlog.note.VerifierKey;
import org.shilian.tlog.tile.EntryReader;
import org.shilian.tlog.tile.Tile;
import org.shilian.tlog.tile.TilePath;

/** The logs over HTTP, checked as a stranger would: with the public keys and nothing else. */
class LogDoorIT {
  private static ServerUnderTest server;
  private static Trade trade;
  private static String eventId;
  private static String log;

  @BeforeAll
  static void post() {
    server = ServerUnderTest.shared();
    var unused = server.process().awaitReady();
    trade = Trade.on(server);
    ArrayNode events = Trade.JSON.createArrayNode();
    for (int i = 0; i < 20; i++) {
      events.add(trade.produce("LOG" + i));
    }
    JsonNode answer = trade.settled(events);
    eventId = answer.path("events").path(7).path("eventID").asText();
    assertThat(eventId).isNotEmpty();
    await().until(() -> proof(trade.makerKey).statusCode() == 200);
    Checkpoint checkpoint =
        Checkpoint.parse(
            LogProof.parse(proof(trade.makerKey).body().getBytes(UTF_8)).checkpoint().text());
    log = checkpoint.origin().substring(ServerUnderTest.LOG_ORIGIN.length());
  }

  private static HttpResponse<String> proof(String key) {
    return server.send(server.as(key, proofPath()));
  }

  private static String proofPath() {
    return "/api/v1/events/" + URLEncoder.encode(eventId, UTF_8) + "/proof";
  }

  private static TrustedLog trusted() {
    String origin = ServerUnderTest.LOG_ORIGIN + log;
    VerifierKey key =
        get("/api/v1/logs/keys")
            .body()
            .lines()
            .map(VerifierKey::parse)
            .filter(one -> one.name().equals(origin))
            .findFirst()
            .orElseThrow();
    return new TrustedLog(origin, key);
  }

  private static HttpResponse<String> get(String path) {
    return server.send(HttpRequest.newBuilder(server.uri(path)));
  }

  @Test
  void anEventIsProvenWithItsEntryToWhomeverMaySeeIt() {
    LogProof proof = LogProof.parse(proof(trade.makerKey).body().getBytes(UTF_8));
    assertThat(proof.verify(trusted()).size()).isGreaterThan(proof.index());
    assertThat(new String(proof.entry(), UTF_8))
        .contains("\"eventID\":\"" + eventId + "\"", "\"actor\":\"" + trade.maker + "\"");
    assertThat(proof(trade.shopKey).statusCode()).isEqualTo(404);
    assertThat(proof(ServerUnderTest.ADMIN_KEY).statusCode()).isEqualTo(200);
    assertThat(get(proofPath()).statusCode()).isEqualTo(401);
  }

  @Test
  void tilesMakeTheRootThatIsSignedAndBundlesTheTiles() throws IOException {
    Checkpoint checkpoint = checkpoint();
    List<Hash> leaves = new ArrayList<>();
    CompactTree tree = new CompactTree();
    for (long index = 0; index * TilePath.FULL < checkpoint.size(); index++) {
      TilePath path = new TilePath(0, index, TilePath.width(checkpoint.size(), 0, index));
      HttpResponse<byte[]> tile =
          server.bytes(HttpRequest.newBuilder(server.uri("/api/v1/logs" + log + "/" + path)));
      assertThat(tile.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      leaves.addAll(Tile.parse(path, tile.body()).hashes());
    }
    for (Hash leaf : leaves) {
      long unused = tree.append(leaf);
    }
    assertThat(tree.root()).isEqualTo(checkpoint.root());

    TilePath bundle =
        new TilePath(TilePath.ENTRIES, 0, TilePath.width(checkpoint.size(), TilePath.ENTRIES, 0));
    String path = "/api/v1/logs" + log + "/" + bundle;
    assertThat(get(path).statusCode()).isEqualTo(401);
    assertThat(server.send(server.as(trade.makerKey, path)).statusCode()).isEqualTo(403);
    byte[] bytes = server.bytes(server.as(trade.key("regulator", null), path)).body();
    try (EntryReader entries = new EntryReader(new ByteArrayInputStream(bytes), path)) {
      for (int i = 0; i < bundle.width(); i++) {
        assertThat(Hash.ofLeaf(entries.next())).isEqualTo(leaves.get(i));
      }
      assertThat(entries.next()).isNull();
    }
  }

  @Test
  void theLogIsShownToHaveOnlyGrown() {
    Checkpoint checkpoint = checkpoint();
    for (long from : new long[] {0, 1, checkpoint.size() / 2, checkpoint.size()}) {
      JsonNode said =
          Trade.read(
              get("/api/v1/logs" + log + "/consistency?from=" + from + "&to=" + checkpoint.size()));
      List<Hash> path = new ArrayList<>();
      said.path("path").forEach(hash -> path.add(hash(hash)));
      new ConsistencyProof(from, checkpoint.size(), path)
          .verify(hash(said.path("fromRoot")), checkpoint.root());
    }
  }

  @Test
  void witnessesCosignWhatTheLogSignedAndNobodyElseDoes() {
    SignedNote note =
        SignedNote.parse(get("/api/v1/logs" + log + "/checkpoint").body().getBytes(UTF_8));
    Checkpoint checkpoint = Checkpoint.parse(note.text());
    Signer one = witness("witness.example/1", ServerUnderTest.WITNESS_ONE);
    Signer two = witness("witness.example/2", ServerUnderTest.WITNESS_TWO);
    Signer stranger = Signer.generate("stranger.example", SignatureType.COSIGNATURE);
    Instant now = Instant.ofEpochSecond(1_764_072_000);
    assertThat(cosign(note).statusCode()).isEqualTo(422);
    assertThat(cosign(note.with(stranger.cosign(checkpoint, now))).statusCode()).isEqualTo(422);
    Checkpoint forged = new Checkpoint(checkpoint.origin(), checkpoint.size(), Hash.EMPTY_TREE);
    assertThat(
            cosign(SignedNote.unsigned(forged.text()).with(one.cosign(forged, now))).statusCode())
        .isEqualTo(422);
    assertThat(cosign(note.with(one.cosign(checkpoint, now))).statusCode()).isEqualTo(200);
    HttpResponse<String> both =
        cosign(note.with(two.cosign(checkpoint, now)).with(stranger.cosign(checkpoint, now)));
    assertThat(both.statusCode()).as(both.body()).isEqualTo(200);
    TrustedLog witnessed =
        new TrustedLog(checkpoint.origin(), trusted().logKey(), List.of(one.key(), two.key()), 2);
    String served = get("/api/v1/logs" + log + "/checkpoint?cosigned=true").body();
    assertThat(served).isEqualTo(both.body()).doesNotContain("stranger");
    assertThat(witnessed.open(served.getBytes(UTF_8))).isEqualTo(checkpoint);
    LogProof proof =
        LogProof.parse(
            server
                .send(server.as(trade.makerKey, proofPath() + "?cosigned=true"))
                .body()
                .getBytes(UTF_8));
    assertThat(proof.verify(witnessed)).isEqualTo(checkpoint);
  }

  private static Signer witness(String name, String pem) {
    return Signer.fromPem(name, SignatureType.COSIGNATURE, pem);
  }

  private static HttpResponse<String> cosign(SignedNote note) {
    return server.send(
        HttpRequest.newBuilder(server.uri("/api/v1/logs" + log + "/cosignatures"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString(note.toString())));
  }

  private static Checkpoint checkpoint() {
    return trusted().open(get("/api/v1/logs" + log + "/checkpoint").body().getBytes(UTF_8));
  }

  private static Hash hash(JsonNode base64) {
    return Hash.of(Base64.getDecoder().decode(base64.asText()));
  }

  @Test
  void allLogsAreListedWithTheirKeys() {
    JsonNode logs = Trade.read(get("/api/v1/logs"));
    assertThat(logs).isNotEmpty();
    assertThat(logs)
        .anySatisfy(
            one -> {
              assertThat(one.path("url").asText()).isEqualTo("/api/v1/logs" + log);
              assertThat(one.path("verifierKey").asText()).isEqualTo(trusted().logKey().toString());
            });
  }

  @ParameterizedTest
  @CsvSource({
    "/consistency, 422",
    "/consistency?from=-1, 422",
    "/consistency?from=x, 422",
    "/consistency?from=999999999999999999999, 422",
    "/consistency?from=5&to=3, 422",
    "/consistency?from=1&to=999999999, 422",
    "/tile/0/0, 400",
    "/tile/64/000, 400",
    "/tile/0/000.p/256, 400",
    "/tile/0/../000, 400",
    "/tile/0/999, 404",
    "/tile/7/000.p/1, 404",
    "/tile/0/x999/x999/x999/x999/x999/999, 404"
  })
  void whatALogDoesNotHaveIsSaid(String path, int status) {
    HttpResponse<String> answer = get("/api/v1/logs" + log + path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"/none/0", "/none/x", "/none/-1", "/none/99999999999"})
  void aLogThatIsNotThereIsNotFound(String path) {
    assertThat(get("/api/v1/logs" + path + "/checkpoint").statusCode()).isEqualTo(404);
  }
}
